"""Seals the secrets of second factors anew when the master key changes."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from voice import master_keys
from voice.accounts.logic.secrets import is_under_first, open_secret, seal_secret

SEALED = ("secret", "seed")


@transaction.atomic
def reseal_factors() -> int:
    """Seal every second factor under the first master key; return how many changed.

    Raises cryptography.fernet.InvalidToken when an older master key is missing.
    """
    changed = 0
    for factor in Authenticator.objects.select_for_update().order_by("pk"):
        if _reseal(factor.data):
            factor.save(update_fields=("data",))
            changed += 1
    return changed


def _reseal(data: dict[str, object]) -> bool:
    """Seal the secrets in one factor's data anew; say whether there was need."""
    keys = master_keys.entries()
    changed = False
    for name in SEALED:
        sealed = data.get(name)
        if isinstance(sealed, str) and not is_under_first(sealed, keys):
            data[name] = seal_secret(open_secret(sealed, keys), keys)
            changed = True
    codes = data.get("migrated_codes")
    if isinstance(codes, list) and any(not is_under_first(c, keys) for c in codes):
        data["migrated_codes"] = [
            seal_secret(open_secret(c, keys), keys) for c in codes
        ]
        changed = True
    return changed
