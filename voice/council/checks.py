"""Refuses to start with the wrong master keys, in a sentence."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from voice.council.domain.keys import check_each_master_key, check_every_key
from voice.council.logic.sealing import CannotOpen
from voice.master_keys import MasterKeysUnusable

HINT = "Put the right key back, or restore it from the sealed copy: docs/keys.md."


@register("keys")
def master_keys_open_everything(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E010: what each master key wrapped opens with the master keys there are."""
    wrong = _what_is_wrong(check_each_master_key)
    return [Error(wrong, hint=HINT, id="voice.E010")] if wrong else []


def _what_is_wrong(check: Callable[[], None]) -> str:
    """Return the sentence that names the key; empty when all is well, or no database."""
    try:
        check()
    except (CannotOpen, MasterKeysUnusable) as error:
        return str(error)
    except DatabaseError:
        # No table yet, or no database now: others say so.
        return ""
    return ""


def refuse_wrong_keys() -> None:
    """Raise ImproperlyConfigured with the sentence; called when a server starts.

    A server opens every data key once; commands, which are many, a few of them (E010).
    """
    if wrong := _what_is_wrong(check_every_key):
        raise ImproperlyConfigured(f"{wrong} {HINT}")
