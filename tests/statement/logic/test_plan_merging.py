import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.plans import (
    a_key_theme,
    a_measure,
    a_plan,
    an_action,
    an_area,
    plans,
)
from voice.statement.importing_words import (
    SENTENCES,
    headings_known,
    sheet_of,
    statuses_known,
    troubles_told,
)
from voice.statement.logic.comparing import Happened, compare
from voice.statement.logic.plan_columns import BadPlan, Column, Trouble
from voice.statement.logic.plan_merging import merged
from voice.statement.logic.plan_rows import rows_of

HEAD = [
    "Key theme number",
    "Key theme",
    "Area number",
    "Area for improvement",
    "Action number",
    "Action",
    "Owner",
    "Due date",
    "Status",
    "Why it stands so",
    "Measure",
    "Start value",
    "Goal",
    "Start date",
    "Inspection",
    "Recommendation number",
    "Date of its report",
]
THERE = a_plan(
    a_key_theme(an_area(an_action(measures=[a_measure()])), title="Practice")
)
VISIT = ["2", "Practice", "2.1", "Keep your worker", "2.1.1", "Visit together"]


def brought(*rows, plan=THERE, proven=()):
    """Return the plan after a sheet with these rows was brought."""
    grid = [["Some words above"], [], HEAD, *rows]
    given_ = rows_of(grid, headings=headings_known(), statuses=statuses_known())
    return merged(plan, given_, proven=proven)


def told_of(*rows, **more):
    """Return what is wrong with these rows, in words."""
    with pytest.raises(BadPlan) as bad:
        brought(*rows, **more)
    return troubles_told(bad.value.troubles)


def test_sheet_of_a_plan_brought_back_changes_nothing_and_again_nothing():
    plan = copy.deepcopy(THERE)
    grid = sheet_of(plan)
    rows = rows_of(grid, headings=headings_known(), statuses=statuses_known())
    after = merged(plan, rows, proven=())
    assert compare(plan, after) == []
    assert merged(after, rows, proven=()) == after


def test_changed_cells_change_the_parts_with_those_numbers():
    row = [*VISIT[:5], "Visit twice", "Lead", "30/06/2026", "Amber", "Two posts empty"]
    after = brought(row)
    found = {(one.field, one.after) for one in compare(THERE, after)}
    assert found == {
        ("title", "Visit twice"),
        ("owner", "Lead"),
        ("due_on", "2026-06-30"),
        ("status", "amber"),
        ("reason", "Two posts empty"),
    }


def test_new_parts_are_added_and_the_same_sheet_after_that_adds_none():
    rows = (
        [
            "3",
            "Voice",
            "3.1",
            "Hear back",
            "3.1.1",
            "Answer on time",
            "Manager",
            "ongoing",
        ],
        ["", "", "", "", "3.1.2", "Say why", "Manager"],
        [*[""] * 10, "Said why", "0", "10"],
    )
    after = brought(*rows)
    added = [
        (one.part.value, one.number)
        for one in compare(THERE, after)
        if one.happened == Happened.ADDED
    ]
    assert added == [
        ("key_theme", "3"),
        ("area", "3.1"),
        ("action", "3.1.1"),
        ("action", "3.1.2"),
        ("measure", "3.1.2"),
    ]
    numbered = _with_ids(after)
    assert compare(numbered, brought(*rows, plan=numbered)) == []


def _with_ids(plan):
    """Return a plan as if it had been written: every part has an id."""
    plan, number = copy.deepcopy(plan), 100
    for theme in plan["key_themes"]:
        for part in (
            theme,
            *theme["areas"],
            *(one for area in theme["areas"] for one in area["actions"]),
            *(
                measure
                for area in theme["areas"]
                for one in area["actions"]
                for measure in one["measures"]
            ),
        ):
            number += 1
            part["id"] = part["id"] or number
    return plan


def test_action_under_another_area_moves():
    plan = a_plan(a_key_theme(an_area(an_action()), an_area(id=2, number="2.2")))
    after = brought(["2", "", "2.2", "", "2.1.1"], plan=plan)
    assert [one.happened for one in compare(plan, after)] == [Happened.MOVED]


def test_recommendation_is_read_whole():
    row = ["2", "", "2.1", *[""] * 11, "ILACS", "4", "14 March 2026"]
    (area,) = brought(row)["key_themes"][0]["areas"]
    assert area["source"] == {
        "kind": "recommendation",
        "inspection": "ILACS",
        "recommendation": "4",
        "on": "2026-03-14",
    }


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ([*VISIT, "", "31/02/2026"], "Row 4, Due date: “31/02/2026” is not a day"),
        ([*VISIT, "", "", "blue"], "Row 4, Status: “blue” is no status."),
        ([*VISIT, "", "", "red"], "Action 2.1.1 is red or amber: say why"),
        ([*VISIT, "", "", "Making a difference"], "Only children can say that action"),
        (["two", "Practice", "2.1"], "Row 4, Key theme number: “two” is not a number"),
        (["2", "", "2.1", "", "", "Something"], "Row 4, Action number: This cell is"),
        (["2", "", "2.9", "", "2.9.1", "x", "y"], "Row 4, Area for improvement: This"),
        (["9", "", "9.1", "x"], "Row 4, Key theme: This cell is empty"),
        (["2", "", "2.1", "", "2.1.7", "x"], "Row 4, Owner: This cell is empty"),
        ([*VISIT, "Owner" * 60], "is too long. Say it in fewer words."),
        ([*VISIT, *[""] * 7, "01/01/2027"], "Action 2.1.1 is due before it starts."),
        ([*VISIT, *[""] * 8, "ILACS"], "A recommendation needs all three"),
        ([*VISIT, *[""] * 5, "65%"], "Row 4, Measure: This cell is empty"),
        ([*VISIT, *[""] * 4, "New measure"], "Row 4, Start value: This cell is empty"),
    ],
)
def test_row_that_cannot_be_taken_is_told_kindly(row, words):
    assert any(words in one for one in told_of(row)), told_of(row)


def test_action_that_children_speak_for_may_make_a_difference():
    after = brought([*VISIT, "", "", "making a difference"], proven={1})
    (action,) = after["key_themes"][0]["areas"][0]["actions"]
    assert action["status"] == "making_a_difference"


def test_rows_that_disagree_are_told_with_the_row():
    other = [*VISIT[:5], "Something else"]
    assert told_of(VISIT, other) == [
        "Row 5, Action: A row above says something else of 2.1.1. Keep one."
    ]
    elsewhere = ["2", "", "2.2", "Private", "2.1.1"]
    assert told_of(VISIT, elsewhere) == [
        "Row 5, Action number: A row above says something else of 2.1.1. Keep one."
    ]


def test_withdrawn_action_is_not_brought_back_by_a_sheet():
    plan = a_plan(a_key_theme(an_area(an_action(withdrawn="No budget"))))
    (told,) = told_of([*VISIT[:5], "Visit twice"], plan=plan)
    assert "Action 2.1.1 was withdrawn" in told
    assert "Visit together" not in str(sheet_of(plan))


def test_every_trouble_of_a_file_is_told_at_once():
    rows = ([*VISIT, "", "31/02/2026"], ["x", "Practice", "2.1"])
    assert [one.split(",")[0] for one in told_of(*rows)] == ["Row 4", "Row 5"]


def test_file_without_our_headings_or_rows_is_told_so():
    with pytest.raises(BadPlan) as bad:
        rows_of([["a", "b"]], headings=headings_known(), statuses={})
    assert bad.value.troubles[0].trouble == Trouble.NO_HEADINGS
    assert told_of() == ["Nothing is written under the headings yet."]


def test_every_trouble_and_column_has_words():
    assert set(SENTENCES) == set(Trouble)
    assert set(headings_known().values()) == set(Column)


@given(plans())
def test_no_sheet_changes_the_plan_that_it_is_compared_with(plan):
    before = copy.deepcopy(plan)
    rows = rows_of(
        [HEAD, [*VISIT, "Owner"]], headings=headings_known(), statuses=statuses_known()
    )
    try:
        after = merged(plan, rows, proven=())
    except BadPlan:
        after = before
    assert plan == before
    dropped = [one for one in compare(before, after) if one.happened == "dropped"]
    assert dropped == []


CELLS = st.sampled_from(
    ["", "2", "2.1", "2.1.1", "x", "red", "01/01/2026", "٣", "\u202e"]
)


@given(st.lists(st.lists(CELLS, min_size=17, max_size=17), max_size=4))
def test_whatever_is_brought_is_taken_or_told(rows):
    try:
        dropped = [
            one for one in compare(THERE, brought(*rows)) if one.happened == "dropped"
        ]
        told = ["taken"]
    except BadPlan as bad:
        dropped, told = [], troubles_told(bad.troubles)
    assert dropped == []
    assert told
    assert all(told)
