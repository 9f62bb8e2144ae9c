import random
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import material, said, single
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule

RULE = Rule()
YES_NO = single("q", "yes", "no")


def tables_of(groups, **kwargs):
    """Return the tables of a yes-or-no question answered by groups of (yes, no)."""
    responses = [
        said(value, age_band=band)
        for band, (yes, no) in groups.items()
        for value, count in (("yes", yes), ("no", no))
        for _ in range(count)
    ]
    return make_tables(
        material(YES_NO, responses, breakdowns={"age_band": list(groups)}, **kwargs),
        RULE,
        words_only=False,
    )


def breakdown(groups):
    """Return the one breakdown of tables_of."""
    return tables_of(groups)["questions"][0]["breakdowns"][0]


def test_breakdown_tells_shares_of_each_group():
    told = breakdown({"8-11": (40, 20), "11-17": (30, 60)})
    assert told["why"] == ""
    assert [
        [cell["told"]["words"] for cell in group["cells"]] for group in told["groups"]
    ] == [["65%", "35%"], ["35%", "65%"]]


def test_small_groups_are_merged_in_the_declared_order():
    told = breakdown({"8-11": (9, 7), "11-17": (30, 30), "16-25": (30, 40)})
    assert [group["keys"] for group in told["groups"]] == [["8-11", "11-17"], ["16-25"]]


def test_breakdown_is_not_shown_when_two_big_enough_groups_do_not_remain():
    told = breakdown({"8-11": (9, 7), "11-17": (30, 30)})
    assert told == {"by": "age_band", "why": "too_small", "groups": []}


def test_group_of_nought_and_group_of_nine_look_the_same():
    none, nine = (
        breakdown({"8-11": (yes, 40), "11-17": (40, 40)})["groups"][0]["cells"][0]
        for yes in (0, 2)
    )
    assert none == nine
    assert none["told"]["words"] == "fewer than 10"


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(["4-7", "8-11", "11-17", "16-25"]),
        st.tuples(st.integers(0, 60), st.integers(0, 60)),
        min_size=2,
    )
)
def test_no_small_cell_of_any_group_is_told(groups):
    told = breakdown(groups)
    for group in told["groups"]:
        yes, no = (sum(groups[key][at] for key in group["keys"]) for at in (0, 1))
        for count, cell in zip((yes, no), group["cells"], strict=True):
            if count < 10:
                assert cell["told"]["code"] in {"fewer_than", "not_shown"}
            if yes + no - count < 10:
                assert cell["told"]["number"] in {None, 10}


def test_random_small_tables_with_a_breakdown_pin_nobody():
    """The intruder lists every two-by-two table that would be published like it."""
    rng = random.Random(7)
    for _ in range(6):
        true = [rng.choice([0, 1, 4, 9, 10, 12, 25, 31]) for _ in range(4)]
        shown = tables_of({"a": tuple(true[:2]), "b": tuple(true[2:])})
        near = [range(max(0, one - 4), one + 5) for one in true]
        alike = [
            counts
            for counts in product(*near)
            if tables_of({"a": counts[:2], "b": counts[2:]}) == shown
        ]
        for at, group in product(range(4), ((0, 1), (2, 3))):
            if at in group and true[group[0]] + true[group[1]] > 0:
                assert any(counts[at] > 0 for counts in alike)
                assert any(
                    counts[at] < counts[group[0]] + counts[group[1]] for counts in alike
                )


def test_breakdown_that_gives_a_hidden_count_away_is_left_out():
    """32 of the 32 who said yes are in one group: the other's few would be nobody."""
    told = breakdown({"8-11": (32, 30), "11-17": (0, 40)})
    assert told == {"by": "age_band", "why": "derivable", "groups": []}


def test_group_of_which_fewer_than_ten_answered_a_question_is_not_shown():
    skipped = [said(None, age_band="11-17") for _ in range(20)]
    for one in skipped:
        one.answers = {}
    answered = [
        said(value, age_band=band)
        for band, value, count in (
            ("8-11", "yes", 60),
            ("8-11", "no", 50),
            ("11-17", "yes", 5),
            ("11-17", "no", 4),
        )
        for _ in range(count)
    ]
    tables = make_tables(
        material(
            YES_NO, answered + skipped, breakdowns={"age_band": ["8-11", "11-17"]}
        ),
        RULE,
        words_only=False,
    )
    small = tables["questions"][0]["breakdowns"][0]["groups"][1]
    assert small["answered"]["words"] == "fewer than 10"
    assert [cell["told"]["words"] for cell in small["cells"]] == ["not shown"] * 2
