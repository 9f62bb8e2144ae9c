"""The shape of a release: what pages, charts, statement, replies and board read.

Every value a person may see is a Figure: `code` and `number` say it for machines,
`words` in the base language; `voice.releases.presentation.words_for(figure)` gives
it in the language of the page. `share` beside it is whole percent for a chart, or
None when the value is told in words only (draw it with a soft edge).

Figure codes: count, fewer_than, percent (these have a number); few, some,
about_half, most, nearly_all, small_group, not_shown (these have none).
"""

from typing import Literal, NotRequired, TypedDict

from surveys.audience import Audience

FORMAT = 1

Kind = Literal["figures", "words_only"]


class Figure(TypedDict):
    """One protected value, ready to show."""

    code: str
    number: int | None
    words: str


class RuleNote(TypedDict):
    """Under which rule the numbers were protected."""

    name: str
    threshold: int
    base: int
    version: int


class Reach(TypedDict):
    """How many answered of how many could, and who is missing (in words)."""

    answered: Figure
    asked: Figure
    share: Figure
    asked_who: str
    missing: str


class OptionRow(TypedDict):
    """One option: how many chose it, and what share of those who answered."""

    key: str
    text: str
    count: Figure
    percent: Figure | None
    share: int | None


class Cell(TypedDict):
    """What one group said of one option, as a share."""

    option: str
    told: Figure
    share: int | None


class GroupRow(TypedDict):
    """One group of a breakdown; `keys` has several when small ones were merged.

    `texts` says what each key is called, in groups by a question's options: the empty
    key is whoever gave no answer to it, and has no text. `answered` is “not shown”
    where it would tell of a small group that was merged into this one.
    """

    keys: list[str]
    answered: Figure
    cells: list[Cell]
    texts: NotRequired[list[str]]


class BreakdownTable(TypedDict):
    """One question, or the themes, by one declared breakdown; without rows when it is not shown.

    `why` is empty, or “too_small” (under two groups big enough) or “derivable”
    (the rows beside the totals would tell of a few children). `by` is a Breakdown, or
    “q:” and the key of a question that asks who they are; `prompt` is then its words.
    """

    by: str
    why: str
    groups: list[GroupRow]
    prompt: NotRequired[str]


class ApartRow(TypedDict):
    """How many said something else than an answer; `state` is an AnswerState."""

    state: str
    count: Figure


class QuestionTable(TypedDict):
    """One closed question. `kind` is a QuestionKind; a scale is told in three bands.

    Of options put in order, a row counts who put it first. `apart` says how many were
    not sure, or would rather not say, where those were offered; they are not among
    those who answered. `edition_differs`: an earlier edition had other options, so its answers are
    not in this table. `decision` is what its answers inform, where the survey says.
    """

    key: str
    kind: str
    prompt: str
    answered: Figure
    options: list[OptionRow]
    breakdowns: list[BreakdownTable]
    edition_differs: bool
    apart: NotRequired[list[ApartRow]]
    decision: NotRequired[str]


class ThemeRow(TypedDict):
    """One theme: how many of those who wrote say it.

    `kind` is a ThemeKind. `heard_from_few` themes are always told in words.
    """

    key: str
    name: str
    sentence: str
    colour: str
    kind: str
    heard_from_few: bool
    count: Figure
    percent: Figure | None
    share: int | None


class OpenQuestion(TypedDict):
    """A question answered in young people's own words; quotes name its key.

    `decision` is what its answers inform, where the survey says.
    """

    key: str
    prompt: str
    decision: NotRequired[str]


class WithheldRow(TypedDict):
    """How many comments were kept back for one reason (a WithholdReason)."""

    reason: str
    count: Figure


class Named(TypedDict):
    """Something with a short name for addresses and a title for people."""

    slug: str
    title: str


class NamedSurvey(Named):
    """A survey, and whom it asked (surveys.enums.Audience); absent means young people."""

    audience: NotRequired[str]


def audience_told(tables: "Tables") -> Audience:
    """Return whom the survey of a release asked."""
    return Audience(tables["survey"].get("audience", Audience.YOUNG_PEOPLE))


class Tables(TypedDict):
    """Everything one release tells, but its quotes (see voice.releases.models.Quote).

    `wrote` is how many of those who answered have a comment that is kept, the base
    of every theme; answers to questions in `themes_left_out` (keys) are not in it, nor
    in any theme: people who read them apart heard too different things. `themes_not_named` says that themes of a few are not listed.
    `set_aside` is how many responses a recorded rule left out as hoaxes or duplicates;
    absent where there is no such rule. `withheld` is absent from releases made before
    they told it. `theme_breakdowns` have a row for each theme, by its key; absent beside
    words alone, and from releases made before they told them. `notes` are codes of
    sentences: “may_not_add_up”, “words_only”, “themes_in_words” (one person alone
    found the themes).
    """

    format: int
    kind: Kind
    rule: RuleNote
    consultation: Named
    survey: NamedSurvey
    editions: list[int]
    reach: Reach
    questions: list[QuestionTable]
    open_questions: list[OpenQuestion]
    wrote: Figure
    themes: list[ThemeRow]
    themes_not_named: bool
    theme_breakdowns: NotRequired[list[BreakdownTable]]
    themes_left_out: NotRequired[list[str]]
    withheld: NotRequired[list[WithheldRow]]
    set_aside: NotRequired[Figure]
    notes: list[str]
