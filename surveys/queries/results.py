"""Live results of one survey, exact, for those who run it; everybody else reads releases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from surveys.enums import AnswerState, Company, QuestionKind
from surveys.logic.asked import base_words, is_counted
from surveys.logic.definition import QuestionDefinition
from surveys.logic.groups import breakdowns_of
from surveys.logic.tallying import ALL, ANSWERED, Cells
from surveys.models import Edition, Survey
from surveys.queries.groups import breakdown_name, group_name, groups_of
from surveys.queries.joined import newest_questions
from surveys.queries.joined_counts import (
    NO_GROUPS,
    Groups,
    joined,
    percent,
    sheets_of,
    texts_of,
    together,
)

# Who had help and who had none: the groups of another breakdown, put together.
HELP = "help"
OF_COMPANY = "company"
HELPED, UNHELPED, NOT_SAID = "helped", "unhelped", "not_said"
HELP_OF = {
    Company.HELPING.value: HELPED,
    Company.ALONE.value: UNHELPED,
    Company.NEARBY.value: UNHELPED,
    Company.NOT_SAID.value: NOT_SAID,
}


@dataclass(frozen=True, slots=True)
class Share:
    """How many of one group, and of a hundred who answered there; None for no answer."""

    count: int
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One option, or one thing said beside an answer: in all, and by group.

    `percent` is of those who answered the question, to the nearest whole; None for
    what is no answer.
    """

    text: str
    total: int
    by_group: tuple[Share, ...]
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The counts of one closed question, over the editions that ask it alike.

    `left_out` are the numbers of editions that ask it otherwise.
    """

    key: str
    prompt: str
    answered: Line
    lines: tuple[Line, ...]
    apart: tuple[Line, ...]
    several: bool
    left_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything counted of a survey by one breakdown; `groups` are names in order.

    `at` is when the oldest of its sheets was rolled up; None before the first.
    """

    by: str
    breakdowns: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    counted: Line
    questions: tuple[QuestionResult, ...]
    at: datetime | None


def results_of(survey: Survey, *, by: str = "") -> Results:
    """Return the live results of a survey, by one breakdown or all together.

    Two queries, however many have answered. A breakdown no edition has is none.
    """
    editions = list(survey.editions.order_by("-number"))
    names = _breakdowns(editions)
    by = by if by in names else ""
    sheets = sheets_of(editions, OF_COMPANY if by == HELP else by)
    cells = {pk: _folded(sheet.cells, by) for pk, sheet in sheets.items()}
    counted = together(cells.values()).get(ALL, {}).get(ALL, NO_GROUPS)
    keys = _group_keys(by, editions, counted)
    return Results(
        by=by,
        breakdowns=tuple(names.items()),
        groups=tuple(_named(by, key, editions) for key in keys),
        counted=_line("", counted, keys),
        questions=tuple(
            _question(edition, question, editions, cells, keys)
            for edition, question in newest_questions(editions)
            if is_counted(question)
        ),
        at=min((sheet.at for sheet in sheets.values()), default=None),
    )


def _breakdowns(editions: Iterable[Edition]) -> dict[str, str]:
    """Return each breakdown any edition has, and what it is called."""
    found: dict[str, str] = {}
    for edition in editions:
        for name in breakdowns_of(edition.definition):
            found.setdefault(name, breakdown_name(name, edition.definition))
    return {HELP: _("With help and without"), **found} if found else found


def _folded(cells: Cells, by: str) -> Cells:
    """Return cells with the groups put together that this breakdown has as one."""
    if by != HELP:
        return cells
    folded: Cells = {}
    for question, options in cells.items():
        for option, groups in options.items():
            row = folded.setdefault(question, {}).setdefault(option, {})
            for group, count in groups.items():
                row[HELP_OF[group]] = row.get(HELP_OF[group], 0) + count
    return folded


def _group_keys(by: str, editions: list[Edition], found: Groups) -> list[str]:
    """Return the groups there are, in the order the newest edition names them."""
    if by == HELP:
        return [key for key in _helped_or_not() if key in found]
    order = (key for one in editions for key in groups_of(by, one.definition))
    known = dict.fromkeys(order)
    return [*(key for key in known if key in found), *sorted(set(found) - set(known))]


def _helped_or_not() -> dict[str, str]:
    """Return what those with help and those without are called."""
    return {
        HELPED: _("Somebody helped"),
        UNHELPED: _("Nobody helped"),
        NOT_SAID: _("Nobody said"),
    }


def _named(by: str, key: str, editions: list[Edition]) -> str:
    """Return what a group is called; nothing when all are together."""
    if by == HELP:
        return _helped_or_not()[key]
    return group_name(by, key, editions[0].definition) if by else ""


def _question(
    edition: Edition,
    question: QuestionDefinition,
    editions: list[Edition],
    cells: Mapping[int, Cells],
    keys: list[str],
) -> QuestionResult:
    """Return the counts of one question over the editions that ask it alike."""
    found = joined(question, editions, cells)
    words = base_words(edition.definition, question)
    of = found.options.get(ANSWERED, NO_GROUPS)
    return QuestionResult(
        key=question["key"],
        prompt=words["prompt"],
        answered=_line("", of, keys),
        lines=tuple(
            _line(text, found.options.get(f"={option}", NO_GROUPS), keys, of=of)
            for option, text in texts_of(question, words)
        ),
        apart=tuple(
            _line(str(state.label), found.options[state.value], keys)
            for state in AnswerState
            if state != AnswerState.ANSWERED and state.value in found.options
        ),
        several=question["kind"] == QuestionKind.SEVERAL,
        left_out=found.left_out,
    )


def _line(
    text: str, groups: Groups, keys: list[str], *, of: Groups | None = None
) -> Line:
    """Return one line, its groups in order, and its shares of those who answered."""
    total = sum(groups.values())
    if of is None:
        return Line(text, total, tuple(Share(groups.get(key, 0)) for key in keys))
    return Line(
        text,
        total,
        tuple(
            Share(count := groups.get(key, 0), percent(count, of.get(key, 0)))
            for key in keys
        ),
        percent(total, sum(of.values())),
    )
