"""Tells what a ready survey asks, in the words of its bands."""

from dataclasses import dataclass

from surveys.enums import QuestionKind
from surveys.languages import band_name
from surveys.logic.compiling import bands_asked
from surveys.logic.drafts import DraftQuestion
from surveys.logic.ready import Ready


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One question of a ready survey as a worker reads it before taking it."""

    question: DraftQuestion
    bands: list[str]
    other_words: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Look:
    """A ready survey: how many questions it asks, of whom, in which words."""

    ready: Ready
    count: int
    bands: list[str]
    questions: list[LookedAt]


def look_at(ready: Ready) -> Look:
    """Return what `ready` asks; a band's own words stand beside those for all."""
    draft = ready.draft
    return Look(
        ready=ready,
        count=sum(q.kind not in QuestionKind.silent() for q in draft.questions),
        bands=[band_name(band) for band in draft.age_bands],
        questions=[
            LookedAt(
                question,
                bands=[band_name(band) for band in bands_asked(draft, question)],
                other_words=[
                    (band_name(one.age_band), one.text)
                    for one in ready.written
                    if (one.key, one.part) == (question.key, "prompt")
                ],
            )
            for question in draft.questions
        ],
    )
