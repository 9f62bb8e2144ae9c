"""From true answers to the tables of a release."""

from collections.abc import Mapping, Sequence

from voice.releases.logic.cells import Told, told_apart, told_in_words
from voice.releases.logic.grouping import (
    breakdowns_of,
    merged_groups,
    named,
    no_breakdowns_of,
    own_tables,
    told_totals,
)
from voice.releases.logic.material import Material
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
    OptionRow,
    QuestionTable,
    Reach,
    Tables,
    WithheldRow,
)
from voice.releases.logic.tally import (
    ClosedQuestion,
    Row,
    base_tells,
    said_apart,
    tally,
)
from voice.releases.logic.theme_breakdowns import Wrote, tell_theme_breakdowns
from voice.releases.logic.theme_rows import tell_themes


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
            {by: merged_groups(material, by) for by in material.group_of},
            own_tables(material, rule),
        )
        tables["theme_breakdowns"] = named(
            material, tell_theme_breakdowns(themes.rows, material.themes, wrote, rule)
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
    totals = told_totals(material, question, rule)
    table = _table(question, protect_count(row.answered, rule), totals.cells)
    table["breakdowns"] = breakdowns_of(material, totals, question, rule)
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
    table["breakdowns"] = no_breakdowns_of(material, question)
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
