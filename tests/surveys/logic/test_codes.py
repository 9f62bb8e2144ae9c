from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.codes import ALPHABET, edition_of, paper_code

numbers = st.integers(1, 10**9)


def test_the_first_edition_has_a_code_of_five_signs():
    assert paper_code(1) == "222-3W"


@given(numbers)
def test_a_code_finds_its_edition_however_it_is_typed(number):
    code = paper_code(number)
    assert edition_of(code) == number
    assert edition_of(f" {code.lower().replace('-', ' ')} ") == number


@given(numbers, st.data())
def test_one_wrong_sign_is_always_found(number, data):
    signs = list(paper_code(number).replace("-", ""))
    place = data.draw(st.integers(0, len(signs) - 1))
    signs[place] = data.draw(st.sampled_from(ALPHABET.replace(signs[place], "")))
    assert edition_of("".join(signs)) is None


def test_nothing_is_no_code():
    assert edition_of("") is None
    assert edition_of("222") is None
