"""Mistakes of deployment, found by `manage.py check --deploy`."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from voice.master_keys import MasterKeysUnusable, entries

KEY_BYTES = 32
# A key of one byte repeated is an example somebody copied.
FEWEST_DIFFERENT_BYTES = 8


@register(Tags.security, deploy=True)
def second_factor_is_required(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E001: staff read what children write, so a password alone is not enough."""
    if settings.SECOND_FACTOR_REQUIRED:
        return []
    return [
        Error(
            "Staff can sign in with a password alone.",
            hint="Run under production settings; SECOND_FACTOR_REQUIRED must be True.",
            id="voice.E001",
        )
    ]


@register(Tags.security, deploy=True)
def audit_key_is_strong(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E002: the audit's key is 32 random bytes."""
    wrong = what_is_wrong_with(settings.AUDIT_KEY)
    return [_key_error("VOICE_AUDIT_KEY", wrong, "voice.E002")] if wrong else []


@register(Tags.security, deploy=True)
def master_keys_are_strong(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E003: there is a master key, each has a name, and each is 32 random bytes."""
    try:
        keys = entries()
    except MasterKeysUnusable as error:
        return [Error(str(error), id="voice.E003")]
    if not keys:
        return [_key_error("VOICE_MASTER_KEYS", "is missing", "voice.E003")]
    found: list[CheckMessage] = []
    for entry in keys:
        name, colon, key = entry.partition(":")
        wrong = what_is_wrong_with(key) if name and colon else "has no name before “:”"
        if wrong:
            found.append(_key_error("VOICE_MASTER_KEYS", wrong, "voice.E003"))
    return found


@register(Tags.security, deploy=True)
def passkeys_need_https(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E004: passkeys over plain http are for a laptop."""
    if not getattr(settings, "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", False):
        return []
    return [
        Error(
            "Passkeys are accepted over plain http.",
            hint="Remove MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN.",
            id="voice.E004",
        )
    ]


def what_is_wrong_with(key: str) -> str:
    """Return what is wrong with a key in hexadecimal; empty when nothing is."""
    if not key:
        return "is missing"
    try:
        value = bytes.fromhex(key)
    except ValueError:
        return "is not hexadecimal"
    if len(value) != KEY_BYTES:
        return f"has {len(value)} bytes, not {KEY_BYTES}"
    if len(set(value)) < FEWEST_DIFFERENT_BYTES:
        return "is not random"
    return ""


def _key_error(name: str, wrong: str, id: str) -> Error:
    """Return the error for a key."""
    return Error(
        f"{name} {wrong}.",
        hint=(
            'Make one with: python -c "import secrets; print(secrets.token_hex(32))"'
        ),
        id=id,
    )
