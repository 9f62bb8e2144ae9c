"""Walks every path of a draft: too long, dead ends, what nobody can be shown; pure."""

from collections.abc import Iterator

from surveys.enums import QuestionKind
from surveys.logic.definition import Definition
from surveys.logic.drafts import Draft
from surveys.logic.findings import (
    MOST_MINUTES,
    Code,
    Found,
    Standards,
    most_questions,
)
from surveys.logic.walks import Walks, walks


def found_on_paths(
    draft: Draft, definition: Definition, standards: Standards
) -> Iterator[Found]:
    """Give bands whose longest path is too long, or that are asked nothing on some.

    A question is not asked when no path of any band it is meant for leads there. A
    draft without any question is told elsewhere.
    """
    if all(question.kind in QuestionKind.silent() for question in draft.questions):
        return
    of_band = {
        band: walks(definition, age_band=band, oldest=standards.oldest(band))
        for band in draft.age_bands
    }
    for band, found in of_band.items():
        yield from _too_much(band, found, most_questions(standards.oldest(band)))
        if found.has_dead_end:
            yield Found(Code.DEAD_END, bands=(band,))
    met = {
        key for found in of_band.values() for key in (*found.always, *found.sometimes)
    }
    for question in draft.questions:
        if of_band and question.key not in met:
            yield Found(Code.NOT_ASKED, question.key)


def _too_much(band: str, found: Walks, most: int) -> Iterator[Found]:
    """Give that the longest path of a band has too many questions, or minutes."""
    if found.span.most_questions > most:
        facts = {"count": found.span.most_questions, "most": most}
        yield Found(Code.TOO_MANY, bands=(band,), facts=facts)
    minutes = round(found.span.most_minutes)
    if minutes > MOST_MINUTES:
        facts = {"minutes": minutes, "most": MOST_MINUTES}
        yield Found(Code.TOO_LONG, bands=(band,), facts=facts)
