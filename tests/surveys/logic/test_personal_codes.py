from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.personal_codes import (
    ALPHABET,
    SIGNS,
    grouped,
    new_code,
    signs_from,
    signs_of,
)

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


def test_signs_from_chance_use_every_bit_once():
    for number in (0, 1, 31, 32, 2**40 - 1, 0xA5F0C3_9E17):
        signs = signs_from(number.to_bytes(5))
        read = 0
        for sign in signs:
            read = read * 32 + ALPHABET.index(sign)
        assert (read, len(signs)) == (number, SIGNS)


def test_new_codes_favour_no_sign_at_any_place():
    codes = [signs_of(new_code()) for _ in range(32_000)]
    assert len(set(codes)) == len(codes)
    for place in range(SIGNS):
        counted = Counter(code[place] for code in codes)
        # Chi-square of 31 degrees of freedom is over 100 once in two thousand million.
        assert sum((counted[sign] - 1000) ** 2 / 1000 for sign in ALPHABET) < 100
