"""What was asked, over every edition: numbers are joined where options agree."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from surveys.enums import QuestionKind
from surveys.logic.comparing import are_alike
from surveys.logic.definition import ANY_BAND, QuestionDefinition, Words
from surveys.models import Edition
from voice.releases.logic.tables import OpenQuestion
from voice.releases.logic.tally import SCALE_BANDS, ClosedQuestion

CLOSED = frozenset(kind.value for kind in QuestionKind.closed())


def base_words(edition: Edition, question: QuestionDefinition) -> Words:
    """Return a question's words in the base language, for every band."""
    return question["wordings"][edition.definition["languages"][0]][ANY_BAND]


def _asked(edition: Edition, key: str) -> QuestionDefinition | None:
    """Return the question of this key in one edition, or None."""
    questions: list[QuestionDefinition] = edition.definition["questions"]
    return next((one for one in questions if one["key"] == key), None)


def agrees(edition: Edition, question: QuestionDefinition) -> bool:
    """Say whether an edition asks this question with the same kind and options.

    The order of options may differ; an edition that does not ask it disagrees.
    """
    other = _asked(edition, question["key"])
    return other is not None and are_alike(other, question)


def newest_questions(
    editions: Sequence[Edition],
) -> list[tuple[Edition, QuestionDefinition]]:
    """Return each question as the newest edition that asks it has it.

    In the order of the newest edition; those it no longer asks follow.
    """
    found: dict[str, tuple[Edition, QuestionDefinition]] = {}
    for edition in sorted(editions, key=lambda one: -one.number):
        for question in edition.definition["questions"]:
            found.setdefault(question["key"], (edition, question))
    return list(found.values())


def closed_question(
    edition: Edition, question: QuestionDefinition, editions: Sequence[Edition]
) -> ClosedQuestion:
    """Return one closed question as releases count it; a scale in its three bands."""
    words = base_words(edition, question)
    if question["kind"] == QuestionKind.SCALE:
        with override(edition.definition["languages"][0]):
            options = list(zip(SCALE_BANDS, _band_words(words), strict=True))
    else:
        options = [(key, words["options"][key]) for key in question["options"]]
    others = [one for one in editions if _asked(one, question["key"]) is not None]
    return ClosedQuestion(
        key=question["key"],
        kind=question["kind"],
        prompt=words["prompt"],
        options=tuple(options),
        editions_agree=all(agrees(one, question) for one in others),
    )


def _band_words(words: Words) -> list[str]:
    """Return what the three bands of a scale are called, without a digit."""
    return [
        _("Nearer “%(end)s”") % {"end": words["low"]},
        _("In between"),
        _("Nearer “%(end)s”") % {"end": words["high"]},
    ]


def open_questions(editions: Sequence[Edition]) -> list[OpenQuestion]:
    """Return the questions answered in young people's own words."""
    return [
        {"key": question["key"], "prompt": base_words(edition, question)["prompt"]}
        for edition, question in newest_questions(editions)
        if question["kind"] == QuestionKind.LONG_TEXT
    ]


def declared_breakdowns(editions: Sequence[Edition]) -> dict[str, list[str]]:
    """Return each breakdown that every edition declared, with its groups in order.

    One added after the survey opened is in no earlier edition and is left out.
    """
    declared = [edition.definition["breakdowns"] for edition in editions]
    kept = [by for by in declared[0] if all(by in one for one in declared)]
    orders = {"age_band": "age_bands", "language": "languages"}
    return {by: _groups(editions, orders[by]) for by in kept if by in orders}


def _groups(editions: Sequence[Edition], name: str) -> list[str]:
    """Return the groups of every edition, the newest edition's order first."""
    newest_first = sorted(editions, key=lambda one: -one.number)
    return list(
        dict.fromkeys(key for one in newest_first for key in one.definition[name])
    )
