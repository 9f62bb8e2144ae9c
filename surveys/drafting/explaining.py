"""Says of a draft that is being written when each question is shown, and what is wrong."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.conf import settings

from surveys.drafting.blocks import QuestionsBlock
from surveys.drafting.reading import questions_in
from surveys.enums import Mode
from surveys.languages import language_name
from surveys.logic.condition_troubles import sentence, troubles
from surveys.logic.condition_words import Names, names_of, shown_when
from surveys.logic.drafts import Draft, DraftQuestion
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.bands import band_choices

Explained = dict[str, dict[str, Any]]


def explained(blocks: list[dict[str, Any]], *, age_bands: Iterable[str]) -> Explained:
    """Return each block's condition in words and what is wrong there, by `place`.

    The blocks are as the form holds them: place, type, id, value; what is no block is
    left out. A question that has no key yet can be in no condition.
    """
    asked = [
        (str(block.get("place")), question)
        for block in blocks
        for question in _questions(block)
    ]
    asked = [
        (place, question if question.key else replace(question, key=f"?{number}"))
        for number, (place, question) in enumerate(asked)
    ]
    draft = _draft([question for _place, question in asked], age_bands)
    names = _names(draft)
    wrong: dict[str, list[str]] = {}
    for trouble in troubles(draft):
        wrong.setdefault(trouble.question, []).append(sentence(trouble, names=names))
    told: Explained = {}
    for place, question in asked:
        words = shown_when(question.show_if, names=names) if question.show_if else ""
        here = told.setdefault(place, {"words": words, "troubles": []})
        here["troubles"] += wrong.pop(question.key, [])
    return told


def _questions(block: dict[str, Any]) -> tuple[DraftQuestion, ...]:
    """Return the questions of one block of the form; none of what is no block."""
    stream = QuestionsBlock()
    value = block.get("value")
    if block.get("type") not in stream.child_blocks or not isinstance(value, dict):
        return ()
    raw = {"type": block["type"], "id": str(block.get("id") or ""), "value": value}
    [child] = stream.to_python([raw])
    return questions_in(child)


def _draft(questions: list[DraftQuestion], age_bands: Iterable[str]) -> Draft:
    """Return a draft that asks `questions`, its words not yet written."""
    return Draft(
        title="",
        introduction="",
        thanks="",
        mode=Mode.NAME_NOT_ASKED,
        base_language=BASE_LANGUAGE,
        languages=tuple(code for code, _name in settings.LANGUAGES),
        age_bands=tuple(age_bands),
        breakdowns=(),
        questions=tuple(questions),
    )


def _names(draft: Draft) -> Names:
    """Return what people call what a condition is about."""
    return names_of(
        draft,
        bands=dict(band_choices()),
        languages={
            code: str(language_name(code)) for code, _name in settings.LANGUAGES
        },
    )
