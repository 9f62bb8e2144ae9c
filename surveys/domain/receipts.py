"""Gives a receipt at finish, kept only as a keyed hash.

The receipt is reckoned from the capability of the device that finished, under the
house's key: a finish sent again, because its page was lost on the way, gives the same
one, and nothing that is stored tells it. See docs/decisions/0020.
"""

from uuid import UUID

from django.utils.crypto import salted_hmac

from surveys.enums import CodeKind
from surveys.logic.personal_codes import grouped, signs_from
from surveys.models import Response, SpentReceipt
from surveys.queries.responses import code_hash

TURNS = 5


def receipt_of(seed: str) -> str:
    """Return the receipt that `seed` stands for, in groups: "K7QM-4XWD-3"."""
    return grouped(_signs(seed))


def new_receipt_hash(response_id: UUID, capability: str) -> str | None:
    """Return the hash of a receipt that nobody has yet; None without a device's own."""
    if not capability:
        return None
    for turn in range(TURNS):
        hashed = _hashed(_seed(response_id, capability, turn))
        if not (
            Response.objects.filter(receipt_hash=hashed).exists()
            or SpentReceipt.objects.filter(receipt_hash=hashed).exists()
        ):
            return hashed
    return None


def seed_of_receipt(response: Response, capability: str) -> str:
    """Return the seed of the receipt of a finished response, for the device that had it.

    Empty for any other device, and where none was given.
    """
    for turn in range(TURNS):
        seed = _seed(response.pk, capability, turn)
        if capability and _hashed(seed) == response.receipt_hash:
            return seed
    return ""


def _seed(response_id: UUID, capability: str, turn: int) -> str:
    """Return what one receipt is reckoned from; it opens nothing and tells nothing."""
    said = f"{response_id}:{capability}:{turn}"
    return salted_hmac("surveys.receipt.seed", said, algorithm="sha256").hexdigest()


def _signs(seed: str) -> str:
    """Return the receipt's signs, which only the house's key can reckon from a seed."""
    chance = salted_hmac("surveys.receipt.signs", seed, algorithm="sha256").digest()
    return signs_from(chance)


def _hashed(seed: str) -> str:
    return code_hash(CodeKind.RECEIPT, _signs(seed))
