import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import many, material, said, single
from voice.releases.logic.canonical import canonical
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule
from voice.releases.logic.theme_rows import ThemeEntry

RULE = Rule()
YES_NO = single("q", "yes", "no")


def theme(name, **kwargs):
    """Return a theme whose key is its name."""
    return ThemeEntry(
        **(
            {
                "key": name,
                "name": name,
                "sentence": f"Young people say {name}.",
                "colour": "plum",
                "kind": "theme",
                "heard_from_few": False,
            }
            | kwargs
        )
    )


def heard(**holders):
    """Return who says what: so many responses for each theme, none says two."""
    return {
        f"{name}{at}": frozenset({name} - {"nothing"})
        for name, count in holders.items()
        for at in range(count)
    }


def figures(responses=None, **kwargs):
    """Return the tables of a figures release."""
    responses = many(yes=60, no=40) if responses is None else responses
    return make_tables(material(YES_NO, responses, **kwargs), RULE, words_only=False)


def words(responses=None, **kwargs):
    """Return the tables of a words-only release."""
    responses = many(yes=6, no=3) if responses is None else responses
    return make_tables(material(YES_NO, responses, **kwargs), RULE, words_only=True)


def told_themes(tables):
    """Return names and words of the themes told."""
    return [(row["name"], row["count"]["words"]) for row in tables["themes"]]


def shown_words(node):
    """Yield every text of tables that a page shows as a value."""
    if isinstance(node, dict):
        if "words" in node:
            yield node["words"]
        for value in node.values():
            yield from shown_words(value)
    elif isinstance(node, list):
        for value in node:
            yield from shown_words(value)


def test_figures_of_one_question():
    options = figures()["questions"][0]["options"]
    assert [
        (o["count"]["words"], o["percent"]["words"], o["share"]) for o in options
    ] == [
        ("60", "60%", 60),
        ("40", "40%", 40),
    ]


def test_skipped_answers_are_not_in_the_base():
    skipped = [said(None) for _ in range(30)]
    for one in skipped:
        one.answers["q"] = {"state": "skipped"}
    table = figures(many(yes=60, no=40) + skipped)["questions"][0]
    assert table["answered"]["words"] == "100"


def test_reach_says_how_many_of_how_many():
    reach = figures()["reach"]
    assert [reach[part]["words"] for part in ("answered", "asked", "share")] == [
        "100",
        "470",
        "20%",
    ]


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.randoms())
def test_shuffled_answers_make_the_same_bytes(a, b, c, rng):
    question = single("q", "a", "b", "c", kind="several")
    responses = [
        said(["a", "b"], age_band="8-11"),
        *many(a=a, b=b),
        *[said(["c"], age_band="16-25", language="ur") for _ in range(c)],
    ]
    made = []
    for _ in range(2):
        rng.shuffle(responses)
        made.append(
            canonical(
                make_tables(
                    material(
                        question,
                        list(responses),
                        breakdowns={"age_band": ["8-11", "11-17"], "language": ["en"]},
                    ),
                    RULE,
                    words_only=False,
                )
            )
        )
    assert made[0] == made[1]


def test_survey_with_a_reason_nobody_used_looks_like_one_of_nine():
    none, nine = (
        canonical(figures(withheld={"unkind": unkind, "test": 0})) for unkind in (0, 9)
    )
    assert none == nine


def test_words_only_tells_withheld_ones_in_words_and_nobody_like_nine():
    none, nine, ten, many_more = (
        words(withheld={"unkind": unkind, "test": 0})["withheld"]
        for unkind in (0, 9, 10, 29)
    )
    assert none == nine
    assert ten == many_more
    assert [(row["reason"], row["count"]["words"]) for row in ten] == [
        ("test", "a few"),
        ("unkind", "some"),
    ]


def test_withheld_ones_are_told_by_reason_under_the_rule():
    told = figures(withheld={"unkind": 9, "test": 13, "duplicate": 0})["withheld"]
    assert [(row["reason"], row["count"]["words"]) for row in told] == [
        ("duplicate", "fewer than 10"),
        ("test", "15"),
        ("unkind", "fewer than 10"),
    ]


def test_scale_is_told_in_three_bands():
    scale = single("q", "0-3", "4-6", "7-10", kind="scale")
    responses = [said(value) for value in range(11) for _ in range(10)]
    tables = make_tables(material(scale, responses), RULE, words_only=False)
    assert [o["count"]["words"] for o in tables["questions"][0]["options"]] == [
        "40",
        "30",
        "40",
    ]


def test_themes_are_told_over_those_who_wrote():
    tables = figures(
        themes=[theme("moves"), theme("workers")],
        said=heard(moves=28, workers=41, nothing=96),
    )
    assert tables["wrote"]["words"] == "165"
    assert [(t["name"], t["count"]["words"], t["share"]) for t in tables["themes"]] == [
        ("workers", "40", 25),
        ("moves", "30", 20),
    ]


def test_theme_of_nine_and_theme_of_nobody_are_both_not_named():
    made = [
        canonical(
            figures(
                themes=[theme("moves"), theme("rare")],
                said=heard(moves=30, rare=rare, nothing=90 - rare),
            )
        )
        for rare in (0, 9)
    ]
    assert made[0] == made[1]
    assert "rare" not in made[0]


def test_small_themes_are_folded_into_something_else():
    tables = figures(
        themes=[theme("a"), theme("b"), theme("else", kind="something_else")],
        said={**heard(a=8, b=8, nothing=80), "both": frozenset({"a", "b"})},
    )
    assert told_themes(tables) == [("else", "15")]
    assert tables["themes_not_named"] is True


def test_something_else_is_told_last_however_many_said_it():
    tables = figures(
        themes=[
            theme("else", kind="something_else"),
            theme("faith", heard_from_few=True),
            theme("moves"),
        ],
        said=heard(**{"else": 60, "faith": 3, "moves": 20, "nothing": 50}),
    )
    assert [row["name"] for row in tables["themes"]] == ["moves", "faith", "else"]


def test_theme_heard_from_few_is_always_told_in_words():
    for holders in (1, 7, 40):
        tables = figures(
            themes=[theme("faith", heard_from_few=True)],
            said=heard(faith=holders, nothing=100),
        )
        assert told_themes(tables) == [("faith", "a few")]


def test_theme_everybody_says_is_nearly_all():
    tables = figures(themes=[theme("a")], said=heard(a=60, nothing=3))
    assert told_themes(tables) == [("a", "nearly all")]


def test_order_of_themes_tells_nothing_beyond_what_is_told():
    first, second = (
        figures(themes=[theme("a"), theme("b")], said=heard(a=a, b=b, nothing=50))
        for a, b in ((40, 42), (42, 40))
    )
    assert first == second


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 29), st.integers(0, 29), st.integers(0, 12))
def test_words_only_shows_no_digit(yes, no, holders):
    yes = min(yes, 29 - no)
    tables = words(
        many(yes=yes, no=no),
        themes=[theme("a"), theme("faith", heard_from_few=True)],
        said=heard(a=holders, faith=3),
        breakdowns={"age_band": ["11-17"]},
    )
    assert not any(letter.isdigit() for text in shown_words(tables) for letter in text)
    assert all(q["breakdowns"] == [] for q in tables["questions"])
    assert {row["count"]["words"] for row in tables["withheld"]} == {"a few"}
    assert all(
        row["share"] is None and row["percent"] is None
        for row in [*tables["themes"], *tables["questions"][0]["options"]]
    )


def test_words_only_tells_shares_in_words():
    options = words()["questions"][0]["options"]
    assert [o["count"]["words"] for o in options] == ["most", "some"]


def test_words_only_does_not_name_what_one_child_said():
    tables = words(themes=[theme("a"), theme("b")], said=heard(a=1, b=2, nothing=5))
    assert told_themes(tables) == [("b", "some")]


def test_words_only_names_no_theme_when_fewer_than_five_wrote():
    faith = theme("faith", heard_from_few=True)
    tables = words(themes=[theme("a"), faith], said=heard(a=3, faith=1))
    assert told_themes(tables) == [("faith", "a few")]


def test_tables_never_hold_a_true_number_that_was_not_told():
    """103 answered, 61 said yes: neither number is anywhere in the tables."""
    text = canonical(
        figures(many(yes=61, no=42), themes=[theme("a")], said=heard(a=37))
    )
    for number in ("103", "61", "42", "37"):
        assert number not in text


def test_randomness_is_not_used(monkeypatch):
    monkeypatch.setattr(random, "random", lambda: 1 / 0)
    assert figures() == figures()


def test_those_set_aside_are_told_protected_and_only_where_a_rule_was():
    assert "set_aside" not in figures()
    assert figures(set_aside=3)["set_aside"] == figures(set_aside=7)["set_aside"]
    assert figures(set_aside=3)["set_aside"] != figures(set_aside=40)["set_aside"]
    assert words(set_aside=40)["set_aside"] != figures(set_aside=40)["set_aside"]
    assert words(set_aside=3)["set_aside"] == words(set_aside=40)["set_aside"]


def test_themes_one_person_found_are_told_without_a_digit_among_figures():
    tables = figures(
        themes=[theme("moves"), theme("workers"), theme("rare"), theme("all")],
        said=heard(moves=28, workers=70, rare=9, nothing=20)
        | {f"more{at}": frozenset({"workers", "all"}) for at in range(33)},
        themes_in_words=True,
        group_of={"age_band": {}},
        breakdowns={"age_band": ["11-17"]},
    )
    assert told_themes(tables) == [
        ("workers", "most"),
        ("all", "some"),
        ("moves", "some"),
    ]
    assert {row["share"] for row in tables["themes"]} == {None}
    assert {row["percent"] for row in tables["themes"]} == {None}
    assert tables["questions"][0]["answered"]["number"] == 100
    assert tables["notes"] == ["may_not_add_up", "themes_in_words"]
    assert "theme_breakdowns" not in tables


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.integers(0, 60))
def test_themes_one_person_found_name_the_same_themes_and_no_digit(sizes, nothing):
    names = "abcd"[: len(sizes)]
    given_ = {
        "themes": [theme(name) for name in names],
        "said": heard(**dict(zip(names, sizes, strict=True)), nothing=nothing),
    }
    in_words = figures(themes_in_words=True, **given_)["themes"]
    in_digits = figures(**given_)["themes"]
    assert {row["name"] for row in in_words} == {row["name"] for row in in_digits}
    assert all(row["count"]["number"] is None for row in in_words)


def test_questions_whose_themes_are_left_out_are_named():
    assert figures(left_out=["why", "more"])["themes_left_out"] == ["more", "why"]
    assert words(left_out=["why"])["themes_left_out"] == ["why"]
    assert "themes_left_out" not in figures()


def test_words_alone_say_nothing_of_who_found_the_themes():
    tables = words(
        themes=[theme("a")], said=heard(a=4, nothing=3), themes_in_words=True
    )
    assert tables == words(themes=[theme("a")], said=heard(a=4, nothing=3))
