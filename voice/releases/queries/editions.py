"""What was asked, over every edition: numbers are joined where options agree."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from surveys.breakdown import Breakdown
from surveys.enums import (
    AnswerState,
    Company,
    InvitationKind,
    QuestionKind,
)
from surveys.logic.answers import states_offered
from surveys.logic.asked import asked_in, base_words
from surveys.logic.conditions import Condition, tests_of
from surveys.logic.definition import QuestionDefinition, Words
from surveys.logic.groups import BY_QUESTION
from surveys.models import Edition
from surveys.queries.joined import agrees, newest_questions
from voice.releases.logic.tables import OpenQuestion
from voice.releases.logic.tally import NO_ANSWER, SCALE_BANDS, ClosedQuestion

CLOSED = frozenset(kind.value for kind in QuestionKind.closed())
# From nobody near to somebody helping: neighbours are joined when they are few.
COMPANIES = (
    Company.ALONE.value,
    Company.NEARBY.value,
    Company.HELPING.value,
    Company.NOT_SAID.value,
)


def closed_question(
    edition: Edition, question: QuestionDefinition, editions: Sequence[Edition]
) -> ClosedQuestion:
    """Return one closed question as releases count it; a scale in its three bands."""
    words = base_words(edition.definition, question)
    with override(edition.definition["languages"][0]):
        options = _options(question, words)
    others = [
        one for one in editions if asked_in(one.definition, question["key"]) is not None
    ]
    return ClosedQuestion(
        key=question["key"],
        kind=question["kind"],
        prompt=words["prompt"],
        options=tuple(options),
        editions_agree=all(agrees(one, question) for one in others),
        apart=tuple(
            state.value
            for state in (AnswerState.NOT_SURE, AnswerState.NOT_SAID)
            if any(state in _offered(one, question["key"]) for one in others)
        ),
        waits_for=tuple(sorted(_waited_for(edition, question))),
        decision=question.get("decision", ""),
    )


def _options(question: QuestionDefinition, words: Words) -> list[tuple[str, str]]:
    """Return what is counted of a question: its bands, or its options."""
    if question["kind"] == QuestionKind.SCALE:
        return list(zip(SCALE_BANDS, _band_words(words), strict=True))
    texts = {key: words["options"][key] for key in question["options"]}
    if question["kind"] == QuestionKind.ORDER:
        texts = {
            key: _("Put first: %(option)s") % {"option": text}
            for key, text in texts.items()
        }
    return list(texts.items())


def _offered(edition: Edition, key: str) -> frozenset[AnswerState]:
    """Return what else than an answer one edition lets be said to a question."""
    question = asked_in(edition.definition, key)
    return states_offered(question) if question else frozenset()


def _waited_for(edition: Edition, question: QuestionDefinition) -> set[str]:
    """Return the closed questions whose chosen answers decide who is asked this one.

    Also through questions in between. To have answered at all tells of no option.
    """
    found: set[str] = set()
    seen: set[str] = set()
    ahead = [question]
    while ahead:
        one = ahead.pop()
        seen.add(one["key"])
        always: Condition = {"all": []}
        for test in tests_of(one.get("show_if", always)):
            other = (
                asked_in(edition.definition, test["question"])
                if "question" in test
                else None
            )
            if other is None:
                continue
            if other["key"] not in seen:
                ahead.append(other)
            if other["kind"] in CLOSED and test["operator"] != "answered":
                found.add(other["key"])
    return found


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
        _open_question(edition, question)
        for edition, question in newest_questions(editions)
        if question["kind"] in QuestionKind.told() or "other" in question
    ]


def anybody_may_write(
    editions: Sequence[Edition], *, but_not: Collection[str] = ()
) -> bool:
    """Say whether a question in their own words is asked whatever was chosen before.

    Otherwise that somebody wrote tells what they chose. `but_not` are keys of questions
    that are not looked at.
    """
    return any(
        question["kind"] in QuestionKind.told() and not _waited_for(edition, question)
        for edition, question in newest_questions(editions)
        if question["key"] not in but_not
    )


def _open_question(edition: Edition, question: QuestionDefinition) -> OpenQuestion:
    """Return one question as a release names it, and what it informs where that is said."""
    told: OpenQuestion = {
        "key": question["key"],
        "prompt": base_words(edition.definition, question)["prompt"],
    }
    if decision := question.get("decision"):
        told["decision"] = decision
    return told


def declared_breakdowns(editions: Sequence[Edition]) -> dict[str, list[str]]:
    """Return each breakdown that every edition declared, with its groups in order.

    One added after the survey opened is in no earlier edition and is left out; so is a
    question that editions ask otherwise, or ask only after some answers.
    """
    declared = [edition.definition["breakdowns"] for edition in editions]
    kept = [by for by in declared[0] if all(by in one for one in declared)]
    groups = {by: _groups_by(editions, by) for by in kept}
    return {by: keys for by, keys in groups.items() if keys}


def _groups_by(editions: Sequence[Edition], by: str) -> list[str]:
    """Return the groups of one breakdown in their order; none when it cannot be told."""
    match by:
        case Breakdown.AGE_BAND:
            return _groups(editions, "age_bands")
        case Breakdown.LANGUAGE:
            return _groups(editions, "languages")
        case Breakdown.COMPANY:
            return list(COMPANIES)
        case Breakdown.WAY_IN:
            return [kind.value for kind in InvitationKind]
    return _groups_of_question(editions, by.removeprefix(BY_QUESTION))


def _groups_of_question(editions: Sequence[Edition], key: str) -> list[str]:
    """Return the options of a question that asks who they are, then “no answer”."""
    newest = max(editions, key=lambda one: one.number)
    question = asked_in(newest.definition, key)
    if question is None or question["kind"] not in QuestionKind.one_of():
        return []
    if _waited_for(newest, question) or not all(
        agrees(one, question) for one in editions
    ):
        return []
    return [*question["options"], NO_ANSWER]


def _groups(editions: Sequence[Edition], name: str) -> list[str]:
    """Return the groups of every edition, the newest edition's order first."""
    newest_first = sorted(editions, key=lambda one: -one.number)
    return list(
        dict.fromkeys(key for one in newest_first for key in one.definition[name])
    )
