"""Which questions results may be broken down by, and what was promised of them."""

import pytest

from surveys.logic.drafts import DraftOption
from surveys.logic.groups import asks_who, not_asking_who
from tests.surveys.logic.test_checking import draft, question

ONLY_AFTER_NO = {"question": "other", "operator": "is", "value": "no"}


def gender(*options, **changes):
    """Return a question that asks who they are."""
    options = tuple(DraftOption(key=one, text=one) for one in options or ("a", "b"))
    return question(
        "gender",
        **({"kind": "single", "options": options, "about_them": True} | changes),
    )


def test_a_question_of_one_choice_about_them_can_be_broken_down_by():
    assert asks_who(gender())


@pytest.mark.parametrize(
    "otherwise",
    [{"about_them": False}, {"kind": "several"}, {"show_if": ONLY_AFTER_NO}],
)
def test_no_other_question_can(otherwise):
    asked = gender(**otherwise)
    assert not asks_who(asked)
    assert not_asking_who(draft(asked, breakdowns=("q:gender",))) == ["gender"]


def test_what_is_asked_by_age_alone_can():
    by_age = {"about": "age_band", "operator": "is", "value": "11-17"}
    assert asks_who(gender(show_if=by_age))


def test_its_choices_stay_as_they_were_promised():
    before = {"questions": [{"key": "gender", "options": ["b", "a"]}]}
    promised = draft(gender("a", "b"), breakdowns=("age_band", "q:gender"))
    changed = draft(gender("a", "b", "c"), breakdowns=("age_band", "q:gender"))
    assert not_asking_who(promised, before) == []
    assert not_asking_who(changed, before) == ["gender"]
