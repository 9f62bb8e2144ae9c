"""Live results of one survey, exact, for those who run it; everybody else reads releases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.answers import SCALE
from surveys.logic.asked import asked_in, base_words, is_counted
from surveys.logic.comparing import are_alike
from surveys.logic.definition import QuestionDefinition, Words
from surveys.logic.groups import breakdowns_of
from surveys.logic.tallying import ALL, ANSWERED, Cells, added
from surveys.models import CountSheet, Edition, Survey
from surveys.queries.groups import breakdown_name, group_name
from surveys.queries.joined import newest_questions

Groups = Mapping[str, int]
NO_GROUPS: Groups = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One option, or one thing said beside an answer: in all, and by group.

    `percent` is of those who answered the question, to the nearest whole; None for
    what is no answer.
    """

    text: str
    total: int
    by_group: tuple[int, ...]
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
    sheets = {
        sheet.edition_id: sheet
        for sheet in CountSheet.objects.filter(edition__in=editions, breakdown=by)
    }
    cells = {pk: sheet.cells for pk, sheet in sheets.items()}
    together = _sum(cells.values())
    keys = _group_keys(by, editions, together.get(ALL, {}).get(ALL, NO_GROUPS))
    return Results(
        by=by,
        breakdowns=tuple(names.items()),
        groups=tuple(_named(by, key, editions) for key in keys),
        counted=_line("", together.get(ALL, {}).get(ALL, NO_GROUPS), keys),
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
    return found


def _sum(all_cells: Iterable[Cells]) -> Cells:
    """Return the cells of several sheets together."""
    total: Cells = {}
    for cells in all_cells:
        total = added(total, cells)
    return total


def _group_keys(by: str, editions: list[Edition], found: Groups) -> list[str]:
    """Return the groups there are, in the order the newest edition names them."""
    order: list[str] = []
    names = {"age_band": "age_bands", "language": "languages"}
    for edition in editions:
        if by in names:
            order += edition.definition[names[by]]
        for question in edition.definition["questions"]:
            if by == f"q:{question['key']}":
                order += question["options"]
    known = dict.fromkeys(order)
    return [*(key for key in known if key in found), *sorted(set(found) - set(known))]


def _named(by: str, key: str, editions: list[Edition]) -> str:
    """Return what a group is called; nothing when all are together."""
    return group_name(by, key, editions[0].definition) if by else ""


def _question(
    edition: Edition,
    question: QuestionDefinition,
    editions: list[Edition],
    cells: Mapping[int, Cells],
    keys: list[str],
) -> QuestionResult:
    """Return the counts of one question over the editions that ask it alike."""
    key = question["key"]
    found: Cells = {}
    left_out = []
    for other in editions:
        asked = asked_in(other.definition, key)
        if asked is not None and not are_alike(asked, question):
            left_out.append(other.number)
        elif asked is not None and other.pk in cells:
            found = added(found, {key: cells[other.pk].get(key, {})})
    options = found.get(key, {})
    words = base_words(edition.definition, question)
    answered = _line("", options.get(ANSWERED, NO_GROUPS), keys)
    return QuestionResult(
        key=key,
        prompt=words["prompt"],
        answered=answered,
        lines=tuple(
            _line(text, options.get(f"={option}", NO_GROUPS), keys, of=answered.total)
            for option, text in _texts(question, words)
        ),
        apart=tuple(
            _line(str(state.label), options[state.value], keys)
            for state in AnswerState
            if state != AnswerState.ANSWERED and state.value in options
        ),
        several=question["kind"] == QuestionKind.SEVERAL,
        left_out=tuple(sorted(left_out)),
    )


def _texts(question: QuestionDefinition, words: Words) -> list[tuple[str, str]]:
    """Return the key and text of all that can be chosen."""
    if question["kind"] != QuestionKind.SCALE:
        return [(key, words["options"].get(key, key)) for key in question["options"]]
    ends = {0: words["low"], 10: words["high"]}
    return [
        (str(number), f"{number} ({end})" if (end := ends.get(number)) else str(number))
        for number in SCALE
    ]


def _line(text: str, groups: Groups, keys: list[str], *, of: int | None = None) -> Line:
    """Return one line, its groups in order, and its share of `of`."""
    total = sum(groups.values())
    percent = None if of is None else round(100 * total / of) if of else 0
    return Line(text, total, tuple(groups.get(key, 0) for key in keys), percent)
