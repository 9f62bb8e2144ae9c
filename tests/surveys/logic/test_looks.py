from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.looks import COLOURS, SIZES, Look, look_of

looks = st.builds(
    Look,
    size=st.sampled_from(("", *SIZES)),
    colours=st.sampled_from(("", *COLOURS)),
    is_still=st.booleans(),
    is_easy=st.booleans(),
)


@given(looks)
def test_the_cookie_says_the_look_and_no_more(look):
    assert look_of(look.cookie.split(".")) == look


@given(st.lists(st.text()))
def test_whatever_is_no_choice_is_passed_over(names):
    assert look_of(name + "x" for name in names) == Look()


def test_nothing_chosen_is_an_empty_cookie():
    assert Look().cookie == ""
    assert Look("big", "dark", True, True).cookie == "big.dark.still.easy"
