from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.codes import ALPHABET, check_of, tidied
from surveys.logic.personal_codes import signs_of
from surveys.logic.room_codes import SIGNS, grouped, new_code

kept = st.text(ALPHABET, min_size=SIGNS, max_size=SIGNS).map(
    lambda signs: signs + check_of(signs)
)


@given(kept)
def test_code_is_read_back_however_it_is_typed(code):
    assert tidied(grouped(code)) == code
    assert tidied(f" {code[:3].lower()} {code[3:].lower()}\n") == code


@given(kept, st.data())
def test_one_wrong_sign_is_never_the_code_of_another_room(code, data):
    place = data.draw(st.integers(0, SIGNS))
    wrong = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    signs = code[:place] + wrong + code[place + 1 :]
    assert check_of(signs[:-1]) != signs[-1]


def test_new_codes_come_by_chance_from_the_whole_alphabet():
    codes = {new_code() for _ in range(2_000)}
    # Twenty to the fifth are 3.2 million: hardly two of two thousand are the same.
    assert len(codes) > 1_990
    assert {sign for code in codes for sign in code} == set(ALPHABET)
    assert all(check_of(code[:-1]) == code[-1] for code in codes)


@given(kept)
def test_code_of_a_room_is_no_personal_code(code):
    assert signs_of(code) is None
