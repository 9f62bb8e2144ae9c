"""Short codes that people copy by hand: no look-alikes, and a check at the end; pure.

The alphabet leaves out vowels, so that no word is spelt by chance, and letters and
figures that are taken for one another. The check is Luhn's for any even alphabet
(ISO/IEC 7812-1 annex B, modulus 20): it finds every single wrong sign, and nearly
every two that changed places.
"""

ALPHABET = "23456789CFGHJMPQRVWX"
SHORTEST = 4


def check_of(signs: str, alphabet: str = ALPHABET) -> str:
    """Return the check of `signs`; ValueError when one is not of the `alphabet`."""
    total = 0
    for place, sign in enumerate(reversed(signs)):
        value = alphabet.index(sign) * (2 if place % 2 == 0 else 1)
        total += value // len(alphabet) + value % len(alphabet)
    return alphabet[-total % len(alphabet)]


def tidied(typed: str) -> str:
    """Return what was `typed` in capitals, without spaces and hyphens."""
    return "".join(typed.split()).replace("-", "").upper()


def paper_code(edition_id: int) -> str:
    """Return the code of an edition on paper, as "2F7-CX": a number and its check."""
    signs, left = "", edition_id
    while left:
        left, place = divmod(left, len(ALPHABET))
        signs = ALPHABET[place] + signs
    signs = signs.rjust(SHORTEST, ALPHABET[0])
    signs += check_of(signs)
    return f"{signs[:-2]}-{signs[-2:]}"


def edition_of(typed: str) -> int | None:
    """Return the id of the edition whose code was `typed`; None when it is no code."""
    signs = tidied(typed)
    if len(signs) <= SHORTEST or not set(signs) <= set(ALPHABET):
        return None
    if check_of(signs[:-1]) != signs[-1]:
        return None
    number = 0
    for sign in signs[:-1]:
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    return number
