import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import many, material, said, single
from voice.releases.hidden import hidden_and_why
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule
from voice.releases.logic.theme_rows import ThemeEntry
from voice.releases.presentation import theme_breakdown_cells

RULE = Rule()
YES_NO = single("q", "yes", "no")
DERIVED = "Some themes by group: beside the totals they would give small numbers away."


def theme(name, **more):
    """Return a theme whose key is its name."""
    given = {"colour": "plum", "kind": "theme", "heard_from_few": False} | more
    return ThemeEntry(
        key=name, name=name, sentence=f"Young people say {name}.", **given
    )


def tables_of(groups, *, themes=None, words_only=False):
    """Return the tables of a survey in which groups wrote.

    `groups` maps an age band to how many of it say each theme; “nothing” is no theme.
    """
    people = [
        (band, name, at)
        for band, holders in groups.items()
        for name, count in holders.items()
        for at in range(count)
    ]
    ids = {f"{band}/{name}/{at}": (band, name) for band, name, at in people}
    names = sorted({name for _band, name, _at in people} - {"nothing"})
    return make_tables(
        material(
            YES_NO,
            [said("yes", age_band=band) for band, _name, _at in people],
            breakdowns={"age_band": list(groups)},
            themes=themes or [theme(name) for name in names],
            said={
                one: frozenset({name} - {"nothing"}) for one, (_b, name) in ids.items()
            },
            group_of={"age_band": {one: band for one, (band, _name) in ids.items()}},
        ),
        RULE,
        words_only=words_only,
    )


def told(tables):
    """Return each group with what it says of each theme."""
    (table,) = tables["theme_breakdowns"]
    return [
        {cell["option"]: cell["told"]["words"] for cell in group["cells"]}
        for group in table["groups"]
    ]


def test_themes_are_told_by_group_as_shares_of_those_of_it_who_wrote():
    tables = tables_of(
        {"8-11": {"moves": 20, "nothing": 20}, "11-17": {"moves": 15, "nothing": 45}}
    )
    assert told(tables) == [{"moves": "50%"}, {"moves": "25%"}]
    groups = tables["theme_breakdowns"][0]["groups"]
    assert [group["answered"]["words"] for group in groups] == ["40", "60"]


def test_theme_that_gives_a_small_number_away_is_left_out_alone():
    tables = tables_of(
        {
            "8-11": {"moves": 20, "rare": 9, "nothing": 20},
            "11-17": {"moves": 15, "rare": 1, "nothing": 45},
        }
    )
    assert told(tables) == [{"moves": "40%"}, {"moves": "25%"}]
    assert DERIVED in hidden_and_why(tables)


def test_all_that_is_told_by_groups_is_not_said_to_be_hidden():
    groups = {"8-11": {"a": 20, "nothing": 20}, "11-17": {"a": 15, "nothing": 45}}
    assert DERIVED not in hidden_and_why(tables_of(groups))


def test_theme_heard_from_few_is_in_no_breakdown():
    groups = {"8-11": {"a": 20, "few": 20}, "11-17": {"a": 15, "few": 45}}
    themes = [theme("a"), theme("few", heard_from_few=True)]
    assert [set(group) for group in told(tables_of(groups, themes=themes))] == [
        {"a"},
        {"a"},
    ]


def test_something_else_counts_the_themes_that_are_not_named():
    groups = {
        "8-11": {"other": 15, "small": 5, "nothing": 20},
        "11-17": {"other": 27, "small": 3, "nothing": 30},
    }
    themes = [theme("other", kind="something_else"), theme("small")]
    assert told(tables_of(groups, themes=themes)) == [
        {"other": "50%"},
        {"other": "50%"},
    ]


def test_group_of_whom_fewer_than_ten_wrote_is_not_shown():
    ids = {f"a{at}": frozenset({"moves"} if at < 20 else ()) for at in range(49)}
    tables = make_tables(
        material(
            YES_NO,
            [said("yes", age_band=band) for band in ["8-11"] * 60 + ["11-17"] * 30],
            breakdowns={"age_band": ["8-11", "11-17"]},
            themes=[theme("moves")],
            said=ids,
            group_of={
                "age_band": dict.fromkeys(ids, "8-11") | dict.fromkeys(["a48"], "11-17")
            },
        ),
        RULE,
        words_only=False,
    )
    assert told(tables) == [{"moves": "40%"}, {"moves": "not shown"}]


def test_no_breakdown_of_themes_beside_words_alone():
    groups = {"8-11": {"moves": 8}, "11-17": {"moves": 7}}
    assert "theme_breakdowns" not in tables_of(groups, words_only=True)


def test_no_breakdown_of_themes_where_groups_are_not_known():
    tables = make_tables(
        material(
            YES_NO,
            many(yes=60, no=40),
            themes=[theme("moves")],
            said={f"a{at}": frozenset({"moves"}) for at in range(40)},
        ),
        RULE,
        words_only=False,
    )
    assert tables["theme_breakdowns"] == []


@pytest.mark.django_db
def test_table_of_themes_by_age_has_a_row_for_each_that_is_told():
    tables = tables_of(
        {"8-11": {"moves": 20, "nothing": 20}, "11-17": {"moves": 15, "nothing": 45}}
    )
    cells = theme_breakdown_cells(tables["themes"], tables["theme_breakdowns"][0])
    assert cells["rows"] == [["How many wrote", "40", "60"], ["moves", "50%", "25%"]]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), min_size=2, max_size=3)
)
def test_no_group_of_under_ten_is_ever_told_in_digits(sizes):
    groups = {
        f"{at}": {"moves": says, "nothing": silent}
        for at, (says, silent) in enumerate(sizes)
    }
    tables = tables_of(groups, themes=[theme("moves")])
    for table in tables["theme_breakdowns"]:
        for group in table["groups"]:
            says = sum(groups[key]["moves"] for key in group["keys"])
            wrote = says + sum(groups[key]["nothing"] for key in group["keys"])
            for cell in group["cells"]:
                if says < 10:
                    assert cell["told"]["code"] in {"fewer_than", "not_shown"}
                elif wrote - says < 10:
                    assert cell["told"]["number"] is None
