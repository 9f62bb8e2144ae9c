"""From true answers to the tables of a release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from voice.releases.logic.breakdowns import DERIVABLE, Grouped, Totals, tell_breakdowns
from voice.releases.logic.cells import Told, told_apart, told_in_words, told_row
from voice.releases.logic.merging import merge_small
from voice.releases.logic.protected import (
    NOT_SHOWN,
    SMALL_GROUP,
    Protected,
    protect_count,
    protect_count_in_words,
    protect_percent,
    protect_share,
)
from voice.releases.logic.rule import RULE_VERSION, Rule
from voice.releases.logic.tables import (
    FORMAT,
    Named,
    OpenQuestion,
    OptionRow,
    QuestionTable,
    Reach,
    Tables,
    WithheldRow,
)
from voice.releases.logic.tally import (
    ClosedQuestion,
    Counted,
    Row,
    base_tells,
    by_group,
    said_apart,
    tally,
)
from voice.releases.logic.theme_breakdowns import Wrote, tell_theme_breakdowns
from voice.releases.logic.theme_rows import ThemeEntry, tell_themes


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a release is made from; true numbers, told to nobody as they are.

    `breakdowns` maps each declared breakdown to its groups in the declared order;
    `said` maps responses with a kept comment to the keys of their themes;
    `withheld` maps every reason for keeping a comment back to how many there are;
    `set_aside` is how many responses a rule left out, None without a rule;
    `group_of` gives, for each declared breakdown, the group of everybody in `said`;
    `themes_in_words` says that one person alone found the themes; `left_out` are keys
    of the questions whose themes are not in `said`, as people heard too different ones;
    `ids` are those of `responses`, for the release's roll.
    """

    consultation: Named
    survey: Named
    editions: Sequence[int]
    asked: int
    asked_who: str
    missing: str
    questions: Sequence[ClosedQuestion]
    open_questions: Sequence[OpenQuestion]
    responses: Sequence[Counted]
    responses_of: Mapping[str, Sequence[Counted]]
    breakdowns: Mapping[str, Sequence[str]]
    themes: Sequence[ThemeEntry]
    said: Mapping[str, frozenset[str]]
    withheld: Mapping[str, int]
    set_aside: int | None = None
    group_of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    themes_in_words: bool = False
    left_out: Sequence[str] = ()
    ids: Sequence[UUID] = ()


def make_tables(material: Material, rule: Rule, *, words_only: bool) -> Tables:
    """Return the protected tables of a release; the same for the same answers."""
    themes = tell_themes(
        material.themes,
        material.said,
        rule,
        words_only=words_only,
        in_words=material.themes_in_words,
    )
    question = _question_in_words if words_only else _question_in_figures
    tables: Tables = {
        "format": FORMAT,
        "kind": "words_only" if words_only else "figures",
        "rule": {
            "name": rule.name,
            "threshold": rule.threshold,
            "base": rule.base,
            "version": RULE_VERSION,
        },
        "consultation": material.consultation,
        "survey": material.survey,
        "editions": sorted(material.editions),
        "reach": _reach(material, rule, words_only=words_only),
        "questions": [question(material, one, rule) for one in material.questions],
        "open_questions": list(material.open_questions),
        "wrote": _wrote(len(material.said), rule, words_only=words_only).figure(),
        "themes": themes.rows,
        "themes_not_named": themes.not_named,
        "withheld": _withheld(material.withheld, rule, words_only=words_only),
        "notes": ["words_only"] if words_only else ["may_not_add_up"],
    }
    if material.left_out:
        tables["themes_left_out"] = sorted(material.left_out)
    if material.themes_in_words and not words_only:
        tables["notes"].append("themes_in_words")
    elif not words_only:
        wrote = Wrote(
            material.said,
            material.group_of,
            {by: _merged(material, by) for by in material.group_of},
        )
        tables["theme_breakdowns"] = tell_theme_breakdowns(
            themes.rows, material.themes, wrote, rule
        )
    if material.set_aside is not None:
        aside = NOT_SHOWN if words_only else protect_count(material.set_aside, rule)
        tables["set_aside"] = aside.figure()
    return tables


def _reach(material: Material, rule: Rule, *, words_only: bool) -> Reach:
    """Return how many answered of how many could."""
    answered = len(material.responses)
    if words_only:
        told, asked = SMALL_GROUP, NOT_SHOWN
        share: Protected | None = protect_share(
            min(answered, material.asked), material.asked
        )
    else:
        told, asked = protect_count(answered, rule), protect_count(material.asked, rule)
        share = protect_percent(told, asked)
    return {
        "answered": told.figure(),
        "asked": asked.figure(),
        "share": (share or NOT_SHOWN).figure(),
        "asked_who": material.asked_who,
        "missing": material.missing,
    }


def _wrote(wrote: int, rule: Rule, *, words_only: bool) -> Protected:
    """Return how many wrote something that is kept."""
    return SMALL_GROUP if words_only else protect_count(wrote, rule)


def _withheld(
    withheld: Mapping[str, int], rule: Rule, *, words_only: bool
) -> list[WithheldRow]:
    """Return every reason, so that a reason of nobody looks like one of nine."""
    protect = protect_count_in_words if words_only else protect_count
    return [
        {"reason": reason, "count": protect(number, rule).figure()}
        for reason, number in sorted(withheld.items())
    ]


def _question_in_words(
    material: Material, question: ClosedQuestion, rule: Rule
) -> QuestionTable:
    """Return one question in words alone: no digit, no breakdown."""
    responses = material.responses_of[question.key]
    row = tally(question, responses)
    words = told_in_words(row.counts, row.answered, adds_up=question.adds_up)
    table = _table(question, SMALL_GROUP, [Told(word) for word in words])
    counts = said_apart(question, responses)
    return _with_apart(
        table, question, [protect_count_in_words(count, rule) for count in counts]
    )


def _question_in_figures(
    material: Material, question: ClosedQuestion, rule: Rule
) -> QuestionTable:
    """Return one question in figures, with its breakdowns.

    In words alone where the number of those who answered would tell too much of an
    earlier question.
    """
    responses = material.responses_of[question.key]
    row = tally(question, responses)
    if row.answered >= rule.threshold and base_tells(
        question, responses, threshold=rule.threshold
    ):
        return _question_without_base(material, question, row)
    cells = told_row(row.counts, row.answered, rule, adds_up=question.adds_up)
    table = _table(question, protect_count(row.answered, rule), cells)
    keys = tuple(key for key, _ in question.options)
    totals = Totals(keys, row, tuple(cells), question.adds_up)
    wanted = [
        (by, _grouped(material, question, by, order))
        for by, order in material.breakdowns.items()
    ]
    table["breakdowns"] = tell_breakdowns(totals, wanted, rule)
    counts = said_apart(question, responses)
    return _with_apart(
        table,
        question,
        told_apart(
            counts, answered=row.answered, of=len(material.responses), rule=rule
        ),
    )


def _question_without_base(
    material: Material, question: ClosedQuestion, row: Row
) -> QuestionTable:
    """Return one question in words, among figures: no number in it, no breakdown."""
    words = told_in_words(row.counts, row.answered, adds_up=question.adds_up)
    table = _table(question, NOT_SHOWN, [Told(word) for word in words])
    table["breakdowns"] = [
        {"by": by, "why": DERIVABLE, "groups": []} for by in material.breakdowns
    ]
    return _with_apart(table, question, [NOT_SHOWN for _ in question.apart])


def _with_apart(
    table: QuestionTable, question: ClosedQuestion, told: Sequence[Protected]
) -> QuestionTable:
    """Return `table` with what was said beside an answer, where that was offered."""
    if question.apart:
        table["apart"] = [
            {"state": state, "count": count.figure()}
            for state, count in zip(question.apart, told, strict=True)
        ]
    return table


def _grouped(
    material: Material, question: ClosedQuestion, by: str, order: Sequence[str]
) -> Grouped:
    """Return one question's true counts by group, small groups merged.

    Groups are merged by how many answered the survey, so that every question has
    the same ones.
    """
    groups = by_group(material.responses_of[question.key], by, order)
    return {
        keys: tally(question, [one for key in keys for one in groups.get(key, [])])
        for keys in _merged(material, by)
    }


def _merged(material: Material, by: str) -> list[tuple[str, ...]]:
    """Return the groups of one breakdown in their order, small ones joined."""
    sizes = by_group(material.responses, by, material.breakdowns[by])
    merged = merge_small([(key, len(rows)) for key, rows in sizes.items()])
    return [keys for keys, _size in merged]


def _table(
    question: ClosedQuestion, answered: Protected, cells: Sequence[Told]
) -> QuestionTable:
    """Return one question's table without breakdowns."""
    options: list[OptionRow] = [
        {
            "key": key,
            "text": text,
            "count": told.count.figure(),
            "percent": None if told.percent is None else told.percent.figure(),
            "share": None if told.percent is None else told.percent.share,
        }
        for (key, text), told in zip(question.options, cells, strict=True)
    ]
    table: QuestionTable = {
        "key": question.key,
        "kind": question.kind,
        "prompt": question.prompt,
        "answered": answered.figure(),
        "options": options,
        "breakdowns": [],
        "edition_differs": not question.editions_agree,
    }
    if question.decision:
        table["decision"] = question.decision
    return table
