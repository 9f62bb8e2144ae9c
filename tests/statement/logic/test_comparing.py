from collections import Counter
from copy import deepcopy

import pytest
from hypothesis import given

from tests.factories.plans import (
    a_key_theme,
    a_measure,
    a_plan,
    an_action,
    an_area,
    plans,
)
from voice.statement.logic.comparing import (
    Change,
    Happened,
    Part,
    by_what_happened,
    compare,
)
from voice.statement.logic.plan import by_number, plan_hash

TURNED = {
    Happened.ADDED: Happened.DROPPED,
    Happened.DROPPED: Happened.ADDED,
    Happened.WITHDRAWN: Happened.BROUGHT_BACK,
    Happened.BROUGHT_BACK: Happened.WITHDRAWN,
    Happened.MOVED: Happened.MOVED,
    Happened.CHANGED: Happened.CHANGED,
}


@given(plans())
def test_plan_beside_itself_has_no_changes(plan):
    assert compare(plan, plan) == []


@given(plans(), plans())
def test_plans_that_differ_by_more_than_order_have_a_change(before, after):
    if plan_hash(before) == plan_hash(after):
        assert compare(before, after) == []
    elif not compare(before, after):
        assert _parts(before) == _parts(after)


def _parts(plan):
    """Return every part of a plan, whatever its order."""
    found = [repr({**plan, "key_themes": ""})]
    for theme in plan["key_themes"]:
        found.append(repr({**theme, "areas": ""}))
        for area in theme["areas"]:
            found.append(repr((theme["id"], {**area, "actions": ""})))
            found += [repr((area["id"], action)) for action in area["actions"]]
    return sorted(found)


@given(plans(), plans())
def test_comparison_turned_round_says_the_opposite(before, after):
    def kinds(changes):
        return Counter((one.part, one.happened, one.field) for one in changes)

    there = compare(before, after)
    back = compare(after, before)
    turned = Counter(
        {
            (part, TURNED[happened], field): count
            for (part, happened, field), count in kinds(there).items()
        }
    )
    # A reason for withdrawing that was reworded is a withdrawal either way.
    skip = {Happened.WITHDRAWN, Happened.BROUGHT_BACK}
    assert {key: n for key, n in turned.items() if key[1] not in skip} == {
        key: n for key, n in kinds(back).items() if key[1] not in skip
    }


def one_action(**more):
    return a_plan(a_key_theme(an_area(an_action(**more))))


@pytest.mark.parametrize(
    ("field", "was", "is_now"),
    [
        ("due_on", "2026-03-31", "2026-06-30"),
        ("starts_on", "", "2026-01-31"),
        ("owner", "Head of Social Work", "Workforce Lead"),
        ("status", "green", "red"),
        ("reason", "", "Nine posts are empty."),
        ("title", "Visit together", "Visit twice"),
        ("number", "2.1.1", "2.1.2"),
    ],
)
def test_change_of_an_action_says_what_it_was_and_is(field, was, is_now):
    changed = one_action(**{field: is_now})
    action = changed["key_themes"][0]["areas"][0]["actions"][0]
    assert compare(one_action(), changed) == [
        Change(
            Part.ACTION,
            Happened.CHANGED,
            action["number"],
            action["title"],
            field,
            was,
            is_now,
        )
    ]


def test_action_that_is_new_and_one_that_is_gone_are_told_with_where():
    before = a_plan(a_key_theme(an_area(an_action())))
    after = a_plan(a_key_theme(an_area(an_action(id=2, number="2.1.2"))))
    found = by_what_happened(compare(before, after))
    assert [(one.number, one.after) for one in found[Happened.ADDED]] == [
        ("2.1.2", "2.1 Keep your worker")
    ]
    assert [(one.number, one.before) for one in found[Happened.DROPPED]] == [
        ("2.1.1", "2.1 Keep your worker")
    ]


def test_part_that_is_not_written_yet_is_new_even_beside_another_such():
    after = a_plan(a_key_theme(an_area(an_action(id=0), an_action(id=0))))
    found = compare(a_plan(a_key_theme(an_area())), after)
    assert [one.happened for one in found] == [Happened.ADDED, Happened.ADDED]


def test_action_put_under_another_area_moved_and_nothing_else():
    one, two = an_area(id=1), an_area(id=2, number="2.2", title="Private")
    before = a_plan(a_key_theme(one | {"actions": [an_action()]}, two))
    after = a_plan(a_key_theme(one, two | {"actions": [an_action()]}))
    assert compare(before, after) == [
        Change(
            Part.ACTION,
            Happened.MOVED,
            "2.1.1",
            "Visit together",
            before="2.1 Keep your worker",
            after="2.2 Private",
        )
    ]


def test_area_of_a_key_theme_with_another_title_did_not_move():
    before = a_plan(a_key_theme(an_area(an_action())))
    after = a_plan(a_key_theme(an_area(an_action()), title="Better practice"))
    assert [(one.part, one.field) for one in compare(before, after)] == [
        (Part.KEY_THEME, "title")
    ]


def test_withdrawn_action_is_told_with_its_reason_and_back_again():
    gone = one_action(withdrawn="No budget")
    assert [(one.happened, one.after) for one in compare(one_action(), gone)] == [
        (Happened.WITHDRAWN, "No budget")
    ]
    assert [one.happened for one in compare(gone, one_action())] == [
        Happened.BROUGHT_BACK
    ]


def test_measure_tells_its_goal_and_what_it_read():
    before = one_action(measures=[a_measure()])
    latest = {"on": "2026-06-30", "value": "75%"}
    after = one_action(measures=[a_measure(target="95%", latest=latest)])
    assert [(one.number, one.field, one.after) for one in compare(before, after)] == [
        ("2.1.1", "target", "95%"),
        ("2.1.1", "latest", "2026-06-30\t75%"),
    ]


def test_source_of_an_area_is_told_part_by_part():
    source = {
        "kind": "recommendation",
        "inspection": "ILACS",
        "recommendation": "4",
        "on": "2026-03-14",
    }
    before = a_plan(a_key_theme(an_area()))
    after = a_plan(a_key_theme(an_area(source=source)))
    assert [(one.field, one.after) for one in compare(before, after)] == [
        ("source", "recommendation\tILACS\t4\t2026-03-14")
    ]


def test_numbers_are_sorted_as_people_count():
    given_ = ["2.10", "R7", "2.9", "2.1.2", "2.1", "10.1"]
    assert sorted(given_, key=by_number) == [
        "2.1", "2.1.2", "2.9", "2.10", "10.1", "R7",
    ]  # fmt: skip


def old_and_new():
    """Return a plan of format 1, and the same as it is told now."""
    old = a_plan(a_key_theme(an_area(an_action(measures=[a_measure()]))))
    measure = a_measure(unit="days", direction="less")
    new = a_plan(
        a_key_theme(an_area(an_action(measures=[measure], task_group="Visits"))),
        format=2,
        task_groups=[{"id": 1, "name": "Visits", "lead": "Manager"}],
    )
    return old, new


def test_what_an_old_version_could_not_say_is_no_difference():
    old, new = old_and_new()
    assert compare(old, new) == []
    assert compare(new, old) == []


def test_task_group_unit_and_direction_that_changed_are_told():
    _old, before = old_and_new()
    after = deepcopy(before)
    action = after["key_themes"][0]["areas"][0]["actions"][0]
    action["task_group"] = ""
    action["measures"][0] |= {"unit": "weeks", "direction": "more"}
    after["task_groups"][0]["lead"] = "Director"
    told = [(one.part, one.field) for one in compare(before, after)]
    assert told == [
        (Part.TASK_GROUP, "lead"),
        (Part.ACTION, "task_group"),
        (Part.MEASURE, "unit"),
        (Part.MEASURE, "direction"),
    ]


def test_renamed_task_group_is_one_change_and_none_of_its_actions():
    _old, before = old_and_new()
    after = deepcopy(before)
    after["task_groups"][0]["name"] = "Visits together"
    action = after["key_themes"][0]["areas"][0]["actions"][0]
    action["task_group"] = "Visits together"
    assert [(one.part, one.field) for one in compare(before, after)] == [
        (Part.TASK_GROUP, "name")
    ]
