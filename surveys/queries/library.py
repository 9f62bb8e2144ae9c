"""The question library: what was asked before, where, and how many answered it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from surveys.enums import QuestionKind
from surveys.logic.definition import QuestionDefinition
from surveys.models import Edition, Question
from surveys.past_results import PastResult, past_results, released_surveys
from surveys.queries.members import surveys_run_by
from voice.accounts.permissions import Visitor

SILENT = sorted(kind.value for kind in QuestionKind.silent())


@dataclass(frozen=True, slots=True)
class Use:
    """One survey that asked a question; `past` when a release tells how many answered."""

    question: int
    survey: str
    consultation: str
    closes_on: date
    past: PastResult | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the library, and every survey that asked it in these words."""

    question: int
    prompt: str
    kind: str
    uses: list[Use]


@dataclass(frozen=True, slots=True)
class Worded:
    """One question as an edition asked it, and the editions of its survey that did."""

    definition: QuestionDefinition
    edition: Edition
    numbers: list[int]


def library_of(user: Visitor) -> QuerySet[Question]:
    """Return the published questions that `user` may look up.

    Those of surveys they run, and of any survey with an issued release: what is asked
    in the others is their own affair until their results are out.
    """
    return (
        Question.objects.filter(
            Q(survey__in=surveys_run_by(user).order_by())
            | Q(survey__in=released_surveys())
        )
        .exclude(kind__in=SILENT)
        .select_related("survey__consultation")
        .defer("survey__questions")
    )


def found_in(library: QuerySet[Question], *, search: str, kind: str) -> list[Question]:
    """Return the questions with all words of `search`, newest consultations first."""
    for word in search.split():
        library = library.filter(prompt__icontains=word)
    if kind:
        library = library.filter(kind=kind)
    return list(
        library.order_by("-survey__consultation__opens_on", "survey__title", "position")
    )


def one_each(questions: Iterable[Question]) -> list[list[Question]]:
    """Return the questions with the same kind and words together, in their order."""
    together: dict[tuple[str, str], list[Question]] = {}
    for question in questions:
        together.setdefault((question.kind, question.prompt), []).append(question)
    return list(together.values())


def entries_of(groups: Iterable[list[Question]]) -> list[Entry]:
    """Return each group as the library shows it, with the sizes of past results."""
    groups = list(groups)
    past = past_results({one.survey_id for group in groups for one in group})
    return [
        Entry(
            group[0].pk,
            group[0].prompt,
            str(QuestionKind(group[0].kind).label),
            [
                Use(
                    one.pk,
                    one.survey.title,
                    one.survey.consultation.title,
                    one.survey.consultation.closes_on,
                    past.get((one.survey_id, one.key)),
                )
                for one in group
            ],
        )
        for group in groups
    ]


def entry_of(library: QuerySet[Question], question: Question) -> Entry:
    """Return one question with every survey of `library` that asked it so."""
    alike = library.filter(kind=question.kind, prompt=question.prompt)
    rows = [one for one in found_in(alike, search="", kind="") if one != question]
    return entries_of([[question, *rows]])[0]


def worded(question: Question) -> Worded:
    """Return a question as the newest edition that asks it has it."""
    asked = [
        (edition, one)
        for edition in Edition.objects.filter(survey=question.survey_id).order_by(
            "-number"
        )
        for one in edition.definition["questions"]
        if one["key"] == question.key
    ]
    edition, definition = asked[0]
    return Worded(definition, edition, sorted(one.number for one, _q in asked))
