"""Codes that open something for one person: eight signs and a check; pure.

Eight signs of thirty-two are 40 bits. The alphabet is Crockford's: it leaves out I, L,
O and U, and reads those back as the signs they are taken for. The check is Luhn's for
an even alphabet (ISO/IEC 7812-1 annex B): it finds every single wrong sign.
"""

import secrets

from surveys.logic.codes import check_of, tidied

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 8
TAKEN_FOR = str.maketrans("ILOU", "110V")


def new_code() -> str:
    """Return a new chance code, in groups as people copy it: "K7QM-4XWD-3"."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(SIGNS)))


def signs_from(chance: bytes) -> str:
    """Return the eight signs that the first 40 bits of `chance` stand for."""
    number = int.from_bytes(chance[:5])
    return "".join(ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))


def grouped(signs: str) -> str:
    """Return eight signs with their check, in groups."""
    return f"{signs[:4]}-{signs[4:]}-{check_of(signs, ALPHABET)}"


def signs_of(typed: str) -> str | None:
    """Return the eight signs of the code that was `typed`; None when it is no code.

    Small letters, spaces, hyphens and signs that look alike are all read kindly.
    """
    signs = tidied(typed).translate(TAKEN_FOR)
    if len(signs) != SIGNS + 1 or not set(signs) <= set(ALPHABET):
        return None
    return signs[:-1] if check_of(signs[:-1], ALPHABET) == signs[-1] else None
