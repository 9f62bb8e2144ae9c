"""What must be true of every release, whatever was answered."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import Said, material, single
from voice.releases.logic.canonical import canonical
from voice.releases.logic.gates import Gate, Standing, shut_gates
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule

RULE = Rule()
BANDS = ["8-11", "11-17", "16-25"]
COMPANIES = ["alone", "nearby", "helping"]
QUICK = settings(deadline=None, max_examples=30, phases=(Phase.generate,))
CHILD = st.tuples(
    st.sampled_from(BANDS),
    st.sampled_from(COMPANIES),
    st.sampled_from(["girl", "boy", "other", None]),
    st.sampled_from(["yes", "no", None]),
)
CHILDREN = st.integers(30, 200).flatmap(
    lambda many: st.lists(CHILD, min_size=many, max_size=many)
)


def response(band, company, gender, value):
    """Return one response; None is a question skipped."""
    said = {
        key: {"state": "answered", "value": one}
        for key, one in (("gender", gender), ("q", value), ("again", value))
        if one
    }
    one = Said(said, age_band=band)
    one.company = one.way_in = company
    return one


def tables_of(responses):
    """Return every table: three questions, by three breakdowns; two of them twins."""
    questions = [
        single("q", "yes", "no"),
        single("again", "yes", "no"),
        single("gender", "girl", "boy", "other"),
    ]
    return make_tables(
        material(
            questions[0],
            responses,
            questions=questions,
            responses_of={one.key: responses for one in questions},
            breakdowns={
                "age_band": BANDS,
                "company": COMPANIES,
                "q:gender": ["girl", "boy", "other", ""],
            },
        ),
        RULE,
        words_only=False,
    )


@QUICK
@given(CHILDREN, st.randoms(use_true_random=False))
def test_shuffling_the_rows_changes_no_byte(children, rng):
    responses = [response(*one) for one in children]
    before = canonical(tables_of(responses))
    rng.shuffle(responses)
    assert canonical(tables_of(responses)) == before


@QUICK
@given(CHILDREN)
def test_the_same_children_are_told_alike_in_every_table(children):
    """Two questions with the same answers are told alike, and so are two breakdowns."""
    tables = tables_of([response(*one) for one in children])
    first, second = ({**one, "key": ""} for one in tables["questions"][:2])
    assert first == second
    by_company, by_way_in = (
        _breakdown(children, by, {by: COMPANIES}) for by in ("company", "way_in")
    )
    assert by_company | {"by": ""} == by_way_in | {"by": ""}


def _breakdown(children, by, declared):
    """Return the first question by one breakdown, declared alone."""
    responses = [response(*one) for one in children]
    question = single("q", "yes", "no")
    (table,) = make_tables(
        material(question, responses, breakdowns=declared), RULE, words_only=False
    )["questions"][0]["breakdowns"]
    assert table["by"] == by
    return table


@QUICK
@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=2),
    st.integers(60, 150),
    st.integers(20, 60),
)
def test_nobody_and_up_to_nine_are_told_alike_in_every_table(few, many, others):
    """Whoever chose the rare option also chose a common one: no base moves with them."""
    rare = replace(single("q", "a", "b"), kind="several")
    told = []
    for count in few:
        responses = [
            Said(
                {
                    "q": {
                        "state": "answered",
                        "value": ["a", "b"] if at < count else ["a"],
                    }
                },
                age_band="8-11" if at < many else "11-17",
            )
            for at in range(many + others)
        ]
        told.append(
            make_tables(
                material(rare, responses, breakdowns={"age_band": ["8-11", "11-17"]}),
                RULE,
                words_only=False,
            )
        )
    assert told[0] == told[1]


@given(st.integers(30, 5000), st.integers(0, 19), st.booleans())
def test_no_release_is_made_while_fewer_than_twenty_have_joined(counted, new, closed):
    today = date(2026, 3, 14)
    standing = Standing(
        counted=counted + new,
        closed=closed,
        today=today,
        releases=1,
        last_counted=counted,
        last_issued_on=today - timedelta(days=30),
    )
    assert shut_gates(standing) == [Gate.TOO_FEW_NEW]


def test_two_makings_of_the_same_answers_have_the_same_bytes():
    """Whatever order dictionaries and sets come in: three orders of the same children."""
    rng = random.Random(9)
    children = [
        (rng.choice(BANDS), rng.choice(COMPANIES), rng.choice(["girl", "boy"]), "yes")
        for _ in range(90)
    ]
    made = set()
    for order in (sorted(children), sorted(children, reverse=True), children):
        made.add(canonical(tables_of([response(*one) for one in order])))
    assert len(made) == 1
