"""What every block knows of the page it stands on."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from voice.council.enums import BASE_LANGUAGE

Context = Mapping[str, Any] | None


def language_of(context: Context) -> str:
    """Return the language of the page a block stands on; in a form, the active one."""
    page = (context or {}).get("page")
    locale = getattr(page, "locale", None)
    return locale.language_code if locale else get_language() or BASE_LANGUAGE


def place_of(context: Context) -> str:
    """Return what is unlike every other block's on the page, for ids of its parts."""
    child = (context or {}).get("block")
    return str(getattr(child, "id", None) or "block")
