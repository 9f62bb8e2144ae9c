"""Refuses to start with the wrong master keys, in a sentence."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from voice.council.domain.keys import check_every_key
from voice.council.logic.sealing import CannotOpen
from voice.master_keys import MasterKeysUnusable

HINT = "Put the right key back, or restore it from the sealed copy: docs/keys.md."


@register("keys")
def master_keys_open_everything(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E010: every data key there is opens with the master keys there are."""
    wrong = what_is_wrong_with_the_keys()
    return [Error(wrong, hint=HINT, id="voice.E010")] if wrong else []


def what_is_wrong_with_the_keys() -> str:
    """Return the sentence that names the key; empty when all is well, or no database."""
    try:
        check_every_key()
    except (CannotOpen, MasterKeysUnusable) as error:
        return str(error)
    except DatabaseError:
        # No table yet, or no database now: others say so.
        return ""
    return ""


def refuse_wrong_keys() -> None:
    """Raise ImproperlyConfigured with the sentence; called when a server starts."""
    if wrong := what_is_wrong_with_the_keys():
        raise ImproperlyConfigured(f"{wrong} {HINT}")
