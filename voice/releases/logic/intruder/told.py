"""Every table of a release that tells what people said, read alike."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from surveys.enums import QuestionKind
from voice.releases.logic.intruder.knowing import Seen
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.intruder.telling import Dialect
from voice.releases.logic.protected import Code
from voice.releases.logic.tables import BreakdownTable, Figure, QuestionTable, ThemeRow

SOMETHING_ELSE = "something_else"
ANYTHING: Figure = {"code": Code.NOT_SHOWN, "number": None, "words": ""}
UNTOLD = frozenset({Code.NOT_SHOWN.value, Code.SMALL_GROUP.value})


@dataclass(frozen=True, slots=True)
class Table:
    """One told table: its own row, and its rows by each breakdown."""

    seen: Seen
    kind: str
    key: str
    options: tuple[str, ...]
    adds_up: bool
    answered: Figure
    cells: tuple[Figure, ...]
    dialect: Dialect
    breakdowns: Sequence[BreakdownTable]
    # A theme that is told at all is said by somebody.
    least: int = 0

    @property
    def place(self) -> Place:
        """Return where its own row is told."""
        return Place(self.seen.number, self.kind, self.key)

    def same(self, other: "Table") -> bool:
        """Say whether two tables told the same of people, at two times."""
        return (
            self.kind == other.kind
            and self.key == other.key
            and set(self.options) == set(other.options)
            and self.adds_up == other.adds_up
        )


def tables_in(seen: Seen) -> Iterator[Table]:
    """Yield every table of one release that tells what people said."""
    for question in seen.tables["questions"]:
        yield _of_question(seen, question)
        if question.get("apart"):
            yield _apart(seen, question)
    for theme in seen.tables["themes"]:
        yield _of_theme(seen, theme)


def _of_question(seen: Seen, question: QuestionTable) -> Table:
    """Return one question."""
    in_words = question["answered"]["code"] in UNTOLD
    return Table(
        seen=seen,
        kind="question",
        key=question["key"],
        options=tuple(option["key"] for option in question["options"]),
        adds_up=question["kind"] != QuestionKind.SEVERAL,
        answered=question["answered"],
        cells=tuple(option["count"] for option in question["options"]),
        dialect=Dialect.WORDS if in_words else Dialect.TOTALS,
        breakdowns=question["breakdowns"],
    )


def _apart(seen: Seen, question: QuestionTable) -> Table:
    """Return what was said beside an answer: everybody asked did one of these."""
    rows = question.get("apart", [])
    return Table(
        seen=seen,
        kind="apart",
        key=question["key"],
        options=("answered", *(row["state"] for row in rows), "else"),
        adds_up=True,
        answered=ANYTHING,
        cells=(question["answered"], *(row["count"] for row in rows), ANYTHING),
        dialect=Dialect.COUNTS,
        breakdowns=(),
    )


def _of_theme(seen: Seen, theme: ThemeRow) -> Table:
    """Return one theme: said, or not said, by those who wrote."""
    words = seen.tables["kind"] == "words_only"
    few = theme["heard_from_few"]
    rows = [
        table
        for table in seen.tables.get("theme_breakdowns", [])
        if any(
            cell["option"] == theme["key"]
            for group in table["groups"]
            for cell in group["cells"]
        )
    ]
    return Table(
        seen=seen,
        kind="theme",
        key=theme["key"],
        options=(theme["key"], ""),
        adds_up=True,
        answered=seen.tables["wrote"],
        cells=(ANYTHING if few else theme["count"], ANYTHING),
        dialect=Dialect.THEMES if words else Dialect.TOTALS,
        breakdowns=rows,
        least=1 if few else 0,
    )


def links(tables: Sequence[Table], newest: Table) -> list[Table]:
    """Return the tables that tell of the same people's same answers as the newest.

    “Something else” is made of other themes each time.
    """
    if newest.kind == "theme" and _is_the_rest(newest):
        return [newest]
    return [one for one in tables if one.seen.known and one.same(newest)]


def led_to(tables: Sequence[Table], newest: Table, keys: Container[str]) -> list[Table]:
    """Return the tables of the questions of these keys that `newest` leads to."""
    if newest.kind != "question":
        return []
    return [
        one
        for one in tables
        if one.kind == "question" and one.key in keys and one.seen.known
    ]


def _is_the_rest(table: Table) -> bool:
    """Say whether a table is the one of all themes that are not named."""
    return any(
        theme["key"] == table.key and theme["kind"] == SOMETHING_ELSE
        for theme in table.seen.tables["themes"]
    )
