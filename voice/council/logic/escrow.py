"""Master keys as a sealed copy on paper: opened by a passphrase, checked line by line.

Sealed with AES-256-GCM under a key that scrypt (RFC 7914) makes of the passphrase;
written in base32 (RFC 4648), each line with its number and a check of two signs. The
check is a CRC of ten bits over the signs, five bits each, so that one sign mistyped and
two neighbours changed about are found in their line always, and not by luck.
"""

import base64
import binascii
import json
import re
import secrets
from collections.abc import Mapping

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from voice.council.logic.sealing import CannotOpen, seal, unseal

TITLE = "VOICE ESCROW 2"
SALT_BYTES = 16
# 2**17 with blocks of 8 takes 128 MiB and about half a second.
COST = 17
HIGHEST_COST = 20
GROUP, GROUPS = 5, 6
LEAST_PASSPHRASE = 20
CHECK_SIGNS = 2
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
SIGN_BITS = 5
# x^10 + x^9 + x^5 + x^4 + x + 1 (CRC-10, ITU-T I.610), and its highest bit.
POLYNOMIAL, HIGHEST = 0x633, 0x400
# A line's place as signs: ten letters for ten digits.
PLACES = str.maketrans("0123456789", SIGNS[:10])
# Letters that base32 leaves out, for the ones they are mistaken for.
LOOK_ALIKES = str.maketrans("018", "OIB")


class CopyDamaged(Exception):
    """The copy was mistyped or is not whole; the sentence says where."""


class WrongPassphrase(Exception):
    """The passphrase does not open this copy, or the copy was altered."""


def sealed_copy(keys: Mapping[str, str], passphrase: str, *, cost: int = COST) -> str:
    """Return `keys` (names and hexadecimal) sealed, as lines to print.

    Raises ValueError when the passphrase is shorter than twenty signs.
    """
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise ValueError(f"Use a passphrase of at least {LEAST_PASSPHRASE} signs.")
    salt = secrets.token_bytes(SALT_BYTES)
    plain = json.dumps(dict(keys)).encode()
    box = seal(_key(passphrase, salt, cost), plain, bound_to=TITLE)
    return "\n".join([TITLE, *_lines(bytes([cost]) + salt + box), ""])


def opened_copy(text: str, passphrase: str) -> dict[str, str]:
    """Return the keys that sealed_copy sealed, in their order.

    Raises CopyDamaged, naming the line, or WrongPassphrase.
    """
    content = _content(text)
    cost, salt = content[0], content[1 : SALT_BYTES + 1]
    if cost > HIGHEST_COST or len(content) <= SALT_BYTES:
        raise CopyDamaged("This copy was made by another version of Voice.")
    key = _key(passphrase, salt, cost)
    try:
        plain = unseal(key, content[SALT_BYTES + 1 :], bound_to=TITLE)
    except CannotOpen:
        raise WrongPassphrase("The passphrase does not open this copy.") from None
    keys: dict[str, str] = json.loads(plain)
    return keys


def _key(passphrase: str, salt: bytes, cost: int) -> bytes:
    """Return the key that a passphrase makes; slow on purpose."""
    derive = Scrypt(salt=salt, length=32, n=2**cost, r=8, p=1)
    return derive.derive(" ".join(passphrase.split()).encode())


def _lines(content: bytes) -> list[str]:
    """Return `content` as numbered lines of groups; the last line says it is the last."""
    signs = base64.b32encode(content).decode().rstrip("=")
    width = GROUP * GROUPS
    rows = [signs[at : at + width] for at in range(0, len(signs), width)]
    return [
        f"{number:02} {_grouped(row)} {_check(number, len(rows), row)}"
        for number, row in enumerate(rows, 1)
    ]


def _grouped(row: str) -> str:
    """Return a line's signs in groups that the eye can keep."""
    return " ".join(row[at : at + GROUP] for at in range(0, len(row), GROUP))


def _check(number: int, lines: int, row: str) -> str:
    """Return the check of one line: it covers its place, and how many there are."""
    place = f"{number:02}{lines:02}".translate(PLACES)
    told = 0
    for sign in place + row + SIGNS[0] * CHECK_SIGNS:
        for bit in reversed(range(SIGN_BITS)):
            told = told << 1 | SIGNS.index(sign) >> bit & 1
            if told & HIGHEST:
                told ^= POLYNOMIAL
    return SIGNS[told >> SIGN_BITS] + SIGNS[told & len(SIGNS) - 1]


def _content(text: str) -> bytes:
    """Return what the lines hold; raises CopyDamaged, naming the line."""
    found = [line for line in text.splitlines() if re.match(r"\s*\d", line)]
    if not found:
        raise CopyDamaged("There is no line of a sealed copy here.")
    signs = "".join(
        _signs(number, len(found), line) for number, line in enumerate(found, 1)
    )
    try:
        return base64.b32decode(signs + "=" * (-len(signs) % 8))
    except binascii.Error:
        raise CopyDamaged("A line is missing at the end.") from None


def _signs(number: int, lines: int, line: str) -> str:
    """Return one line's signs; raises CopyDamaged unless number and check are right."""
    said, _, rest = line.strip().partition(" ")
    typed = "".join(rest.split()).upper().translate(LOOK_ALIKES)
    row, check = typed[:-CHECK_SIGNS], typed[-CHECK_SIGNS:]
    known = set(row) <= set(SIGNS)
    if said != f"{number:02}" or not known or check != _check(number, lines, row):
        raise CopyDamaged(
            f"Line {number} of {lines} is not as it was printed, or a line is missing. "
            "Look at it again."
        )
    return row
