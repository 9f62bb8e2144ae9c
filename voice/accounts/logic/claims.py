"""Reads what the council's own identity provider says of somebody."""

from collections.abc import Mapping, Sequence
from typing import Any

# Kept of an id token; a directory says more than we need to know.
NEEDED = ("sub", "email_verified", "amr", "acr", "auth_time")


def needed_claims(claims: Mapping[str, Any], *, email_claim: str) -> dict[str, Any]:
    """Return the claims we use, the address under `email`."""
    kept = {name: claims[name] for name in NEEDED if name in claims}
    return kept | {"email": str(claims.get(email_claim, "")).strip().lower()}


def proven_address(claims: Mapping[str, Any], *, trusted: bool) -> str:
    """Return the address the provider has proven; empty when there is none.

    `trusted`: the council's directory gives out its own addresses, and so proves all.
    """
    verified = trusted or claims.get("email_verified") is True
    return str(claims.get("email", "")) if verified else ""


def factor_was_shown_there(
    claims: Mapping[str, Any], *, accepted: Sequence[str], now: float, within: float
) -> bool:
    """Say whether the claims tell of a second factor of the sort we accept.

    `accepted` are pairs as "amr=mfa"; one is enough. A sign-in longer ago than
    `within` seconds, where the provider tells when it was, counts for nothing.
    """
    at = claims.get("auth_time")
    if isinstance(at, int | float) and at < now - within:
        return False
    return any(_says(claims, *pair.split("=", 1)) for pair in accepted if "=" in pair)


def _says(claims: Mapping[str, Any], name: str, value: str) -> bool:
    """Say whether a claim is, or holds, a value."""
    found = claims.get(name)
    return value in found if isinstance(found, list) else found == value
