"""A survey's declared breakdowns: which groups there are, and what each may be told by."""

from collections.abc import Iterable

from surveys.logic.groups import BY_QUESTION
from voice.releases.logic.breakdowns import (
    DERIVABLE,
    Grouped,
    Keys,
    Own,
    Totals,
    Wanted,
    tell_breakdowns,
)
from voice.releases.logic.cells import told_row
from voice.releases.logic.material import Material
from voice.releases.logic.merging import merge_small
from voice.releases.logic.rule import Rule
from voice.releases.logic.tables import BreakdownTable
from voice.releases.logic.tally import (
    ClosedQuestion,
    Counted,
    base_tells,
    by_group,
    tally,
)


def told_totals(material: Material, question: ClosedQuestion, rule: Rule) -> Totals:
    """Return the true counts of one question and how they are told."""
    row = tally(question, material.responses_of[question.key])
    cells = told_row(row.counts, row.answered, rule, adds_up=question.adds_up)
    keys = tuple(key for key, _ in question.options)
    return Totals(keys, row, tuple(cells), question.adds_up)


def own_tables(material: Material, rule: Rule) -> dict[str, Own]:
    """Return what is told of each question that groups are made by, by its breakdown."""
    return {
        BY_QUESTION + question.key: Own(
            told_totals(material, question, rule), len(material.responses)
        )
        for question in material.questions
        if BY_QUESTION + question.key in material.breakdowns
    }


def breakdowns_of(
    material: Material, totals: Totals, question: ClosedQuestion, rule: Rule
) -> list[BreakdownTable]:
    """Return each declared breakdown of one question as it may be told."""
    own = own_tables(material, rule)
    wanted = [
        Wanted(
            by,
            _grouped(material, question, by),
            own.get(by),
            _a_base_tells(material, question, by, rule),
        )
        for by in _others(material, question)
    ]
    return named(material, tell_breakdowns(totals, wanted, rule))


def no_breakdowns_of(
    material: Material, question: ClosedQuestion
) -> list[BreakdownTable]:
    """Return the breakdowns of a question that is told in words alone: none is shown."""
    return named(
        material,
        [
            {"by": by, "why": DERIVABLE, "groups": []}
            for by in _others(material, question)
        ],
    )


def _others(material: Material, question: ClosedQuestion) -> list[str]:
    """Return the declared breakdowns but the one by this very question."""
    return [by for by in material.breakdowns if by != BY_QUESTION + question.key]


def _grouped(material: Material, question: ClosedQuestion, by: str) -> Grouped:
    """Return one question's true counts by group, small groups merged.

    Groups are merged by how many answered the survey, so that every question has
    the same ones.
    """
    return {
        keys: tally(question, members)
        for keys, members in _members(material, question, by).items()
    }


def _a_base_tells(
    material: Material, question: ClosedQuestion, by: str, rule: Rule
) -> bool:
    """Say whether how many of one group answered tells too much of an earlier question.

    As base_tells says it of everybody: a whole group may be known to have given the
    answer that leads here, though the earlier question's own breakdown is hidden.
    """
    return any(
        tally(question, members).answered >= rule.threshold
        and base_tells(question, members, threshold=rule.threshold)
        for members in _members(material, question, by).values()
    )


def _members(
    material: Material, question: ClosedQuestion, by: str
) -> dict[Keys, list[Counted]]:
    """Return who was asked one question, by group, small groups merged."""
    groups = by_group(material.responses_of[question.key], by, material.breakdowns[by])
    return {
        keys: [one for key in keys for one in groups.get(key, [])]
        for keys in merged_groups(material, by)
    }


def merged_groups(material: Material, by: str) -> list[Keys]:
    """Return the groups of one breakdown in their order, small ones joined."""
    sizes = by_group(material.responses, by, material.breakdowns[by])
    merged = merge_small([(key, len(rows)) for key, rows in sizes.items()])
    return [keys for keys, _size in merged]


def named(material: Material, tables: Iterable[BreakdownTable]) -> list[BreakdownTable]:
    """Return breakdowns by a question with its words, and those of its options."""
    questions = {BY_QUESTION + one.key: one for one in material.questions}
    told = list(tables)
    for table in told:
        if question := questions.get(table["by"]):
            texts = dict(question.options)
            table["prompt"] = question.prompt
            for group in table["groups"]:
                group["texts"] = [texts.get(key, "") for key in group["keys"]]
    return told
