from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.personal_codes import ALPHABET, SIGNS, grouped, new_code, signs_of

eight = st.text(ALPHABET, min_size=SIGNS, max_size=SIGNS)


@given(eight)
def test_code_is_read_back_however_it_is_typed(signs):
    code = grouped(signs)
    assert signs_of(code) == signs
    assert signs_of(f"  {code.lower().replace('-', ' ')}\n") == signs
    looks_alike = code.replace("0", "o").replace("1", "l").replace("V", "u")
    assert signs_of(looks_alike) == signs


@given(eight, st.data())
def test_one_wrong_sign_is_always_found(signs, data):
    code = list(grouped(signs).replace("-", ""))
    place = data.draw(st.integers(0, SIGNS))
    code[place] = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    assert signs_of("".join(code)) is None


def test_new_codes_are_forty_bits_by_chance():
    assert len(ALPHABET) ** SIGNS == 2**40
    codes = {new_code() for _ in range(2_000)}
    assert len(codes) == 2_000
    assert {sign for code in codes for sign in signs_of(code)} == set(ALPHABET)


def test_what_is_no_code_opens_nothing():
    for typed in ("", "K7QM-4XWD", "K7QM-4XWD-3-3", "????????!", "É" * 9):
        assert signs_of(typed) is None
