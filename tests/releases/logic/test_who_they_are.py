"""Breakdowns by a question that asks who they are, beside what is told of it itself."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import Said, material, single
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule

RULE = Rule()
GENDER = single("gender", "girl", "boy", "other")
SAFE = single("safe", "yes", "no")
ORDER = ["girl", "boy", "other", ""]


def answered(value):
    """Return one answer; none of nothing."""
    return {"state": "answered", "value": value} if value else {"state": "skipped"}


def said_by(groups):
    """Return responses: groups maps a gender to how many of it say yes, and no."""
    return [
        Said({"gender": answered(gender), "safe": answered(value)})
        for gender, counts in groups.items()
        for value, count in zip(("yes", "no"), counts, strict=True)
        for _ in range(count)
    ]


def tables_of(groups):
    """Return the tables of both questions, broken down by gender."""
    responses = said_by(groups)
    return make_tables(
        material(
            SAFE,
            responses,
            questions=[GENDER, SAFE],
            responses_of={"gender": responses, "safe": responses},
            breakdowns={"q:gender": ORDER},
        ),
        RULE,
        words_only=False,
    )


def by_gender(groups):
    """Return the breakdown of the second question."""
    return tables_of(groups)["questions"][1]["breakdowns"][0]


def test_a_breakdown_says_the_question_and_its_options():
    told = by_gender({"girl": (40, 30), "boy": (30, 40), "other": (25, 30)})
    assert (told["by"], told["prompt"], told["why"]) == (
        "q:gender",
        GENDER.prompt,
        "",
    )
    assert [
        (group["keys"], group["texts"], group["cells"][0]["told"]["words"])
        for group in told["groups"]
    ] == [
        (["girl"], ["Girl"], "55%"),
        (["boy"], ["Boy"], "45%"),
        (["other", ""], ["Other", ""], "45%"),
    ]


def test_a_question_is_not_broken_down_by_itself():
    own = tables_of({"girl": (40, 30), "boy": (30, 40)})["questions"][0]
    assert own["breakdowns"] == []


def test_the_size_of_a_merged_group_is_hushed_where_it_would_tell_of_its_small_part():
    """Boys are 23 to 27; beside “boys and others”, 28 to 32, somebody would be other."""
    told = by_gender({"girl": (40, 40), "boy": (12, 12), "other": (3, 1), "": (20, 20)})
    assert [
        (group["keys"], group["answered"]["words"]) for group in told["groups"]
    ] == [
        (["girl"], "80"),
        (["boy", "other"], "not shown"),
        ([""], "40"),
    ]


def test_the_size_of_a_merged_group_is_told_where_it_tells_of_nobody():
    told = by_gender({"girl": (40, 40), "boy": (12, 12), "other": (1, 0), "": (20, 20)})
    assert [group["answered"]["words"] for group in told["groups"]] == [
        "80",
        "25",
        "40",
    ]


COUNTS = st.tuples(st.integers(10, 60), st.integers(10, 60))


@settings(deadline=None, max_examples=60, phases=(Phase.generate,))
@given(COUNTS, COUNTS, st.tuples(st.integers(0, 5), st.integers(0, 4)), COUNTS)
def test_no_size_of_a_group_tells_that_somebody_is_in_a_small_one(
    girls, boys, others, silent
):
    """Reckoned from what is told alone, by subtracting as a reader would."""
    tables = tables_of({"girl": girls, "boy": boys, "other": others, "": silent})
    own, safe = tables["questions"]
    counts = {row["key"]: row["count"]["number"] for row in own["options"]}
    sizes = {
        tuple(group["keys"]): group["answered"]
        for table in safe["breakdowns"]
        for group in table["groups"]
    }
    size = sizes.get(("boy", "other"))
    if size and size["code"] == "count" and counts["boy"] is not None:
        assert size["number"] - 2 <= counts["boy"] + 2
