import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.packing import CannotPack, Packer, layout_of, width_of
from surveys.logic.tallying import added, tally

QUESTIONS = [
    {"key": "know", "kind": "single", "options": ["yes", "no"]},
    {"key": "words", "kind": "long_text", "options": []},
    {"key": "helps", "kind": "several", "options": [f"o{n}" for n in range(10)]},
    {"key": "safe", "kind": "scale", "options": []},
    {"key": "first", "kind": "order", "options": ["a", "b", "c"]},
]
LAYOUT = layout_of(QUESTIONS)
PACKER = Packer(LAYOUT)


def said(value):
    return {"state": "answered", "value": value}


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "know": st.sampled_from([said("yes"), said("no"), {"state": "skipped"}]),
        "words": st.just({"state": "answered"}),
        "helps": st.lists(
            st.sampled_from(QUESTIONS[2]["options"]), min_size=1, unique=True
        ).map(said),
        "safe": st.one_of(st.integers(0, 10).map(said), st.just({"state": "not_sure"})),
        "first": st.permutations(["a", "b", "c"]).map(said),
    },
)


def counted_one_by_one(responses, groups):
    """Count as slowly and plainly as can be."""
    cells = {}

    def one_more(question, option, group):
        row = cells.setdefault(question, {}).setdefault(option, {})
        row[group] = row.get(group, 0) + 1

    for answers, group in zip(responses, groups, strict=True):
        one_more("", "", group)
        for question in QUESTIONS:
            answer = answers.get(question["key"])
            if answer is None or question["kind"] == "long_text":
                continue
            one_more(question["key"], answer["state"], group)
            if answer["state"] != "answered":
                continue
            value = answer["value"]
            values = value if question["kind"] == "several" else [value]
            if question["kind"] == "order":
                values = value[:1]
            for one in values:
                one_more(question["key"], f"={one}", group)
    return cells


@given(st.lists(st.tuples(ANSWERS, st.sampled_from(["", "8-11", "11-17"])), min_size=1))
def test_tally_is_what_counting_one_by_one_gives(said_by):
    responses, groups = zip(*said_by, strict=True)
    packed = [PACKER.pack(answers) for answers in responses]
    assert tally(packed, groups, LAYOUT) == counted_one_by_one(responses, groups)


@given(
    st.lists(ANSWERS, min_size=1, max_size=20),
    st.lists(ANSWERS, min_size=1, max_size=9),
)
def test_what_is_added_and_taken_off_again_leaves_no_trace(first, more):
    one = tally([PACKER.pack(row) for row in first], [""] * len(first), LAYOUT)
    two = tally([PACKER.pack(row) for row in more], [""] * len(more), LAYOUT)
    assert added(added(one, two), two, sign=-1) == one


def test_option_nobody_offers_counts_as_not_asked():
    assert PACKER.pack({"know": said("perhaps")}) == bytes(width_of(LAYOUT))


def test_three_hundred_options_cannot_be_packed():
    many = {"key": "q", "kind": "single", "options": [str(n) for n in range(300)]}
    with pytest.raises(CannotPack):
        layout_of([many])


def test_survey_of_words_alone_counts_those_who_answered():
    layout = layout_of([QUESTIONS[1]])
    assert tally([b"", b""], ["", ""], layout) == {"": {"": {"": 2}}}
