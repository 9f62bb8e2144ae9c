"""The short code of a room, as it stands on a wall; pure.

Five signs of the alphabet of surveys.logic.codes and a check: copied from across a
room, and good for a few hours alone. It is no secret of one young person; that none
can be found by trying is the care of whoever looks typed codes up. One sign typed wrong
never opens another room.
"""

import secrets

from surveys.logic.codes import ALPHABET, check_of

SIGNS = 5


def new_code() -> str:
    """Return a new chance code, as it is kept: "F7XC2M"."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    return signs + check_of(signs)


def grouped(code: str) -> str:
    """Return a kept code as people copy it: "F7X-C2M"."""
    return f"{code[:3]}-{code[3:]}"
