import pytest

from voice.council.logic.escrow import (
    CopyDamaged,
    WrongPassphrase,
    opened_copy,
    sealed_copy,
)

KEYS = {"2027": "ab" * 32, "2026": "cd" * 32}
PASSPHRASE = "seven otters sat on a violin"
QUICK = 4


@pytest.fixture
def copy():
    return sealed_copy(KEYS, PASSPHRASE, cost=QUICK)


def test_copy_opens_with_its_passphrase_in_the_same_order(copy):
    opened = opened_copy(copy, PASSPHRASE)
    assert list(opened.items()) == list(KEYS.items())


def test_copy_typed_in_small_letters_with_look_alikes_and_spaces_opens(copy):
    lines = copy.splitlines()
    typed = [
        line[:3] + line[3:].lower().replace("o", "0").replace("b", "8") + "  "
        for line in lines[1:]
    ]
    assert opened_copy("\n".join(["some note", *typed]), f" {PASSPHRASE}  ") == KEYS


def test_copy_holds_no_key_in_clear(copy):
    assert "ab" * 8 not in copy.lower().replace(" ", "")


def test_wrong_passphrase_is_said(copy):
    with pytest.raises(WrongPassphrase):
        opened_copy(copy, "seven otters sat on a violi")


def test_short_passphrase_is_refused():
    with pytest.raises(ValueError, match="at least 20"):
        sealed_copy(KEYS, "otter")


def test_each_line_mistyped_is_named(copy):
    lines = copy.splitlines()
    for at in range(1, len(lines)):
        wrong = list(lines)
        sign = wrong[at][5]
        wrong[at] = wrong[at][:5] + ("A" if sign != "A" else "C") + wrong[at][6:]
        with pytest.raises(CopyDamaged, match=f"Line {at} of"):
            opened_copy("\n".join(wrong), PASSPHRASE)


def test_two_neighbours_changed_about_are_found_in_their_line(copy):
    lines = copy.splitlines()
    for at in range(1, len(lines)):
        first, second = lines[at][3:5]
        if first == second:
            continue
        wrong = [*lines]
        wrong[at] = lines[at][:3] + second + first + lines[at][5:]
        with pytest.raises(CopyDamaged, match=f"Line {at} of"):
            opened_copy("\n".join(wrong), PASSPHRASE)


def test_sign_that_no_copy_holds_is_found_in_its_line(copy):
    lines = copy.splitlines()
    wrong = [lines[0], lines[1][:5] + "9" + lines[1][6:], *lines[2:]]
    with pytest.raises(CopyDamaged, match="Line 1 of"):
        opened_copy("\n".join(wrong), PASSPHRASE)


def test_line_left_out_is_found(copy):
    lines = copy.splitlines()
    for at in range(1, len(lines)):
        with pytest.raises(CopyDamaged):
            opened_copy("\n".join(lines[:at] + lines[at + 1 :]), PASSPHRASE)


def test_text_that_is_no_copy_is_refused():
    with pytest.raises(CopyDamaged):
        opened_copy("hello", PASSPHRASE)
