"""Where a higher app registers how to find the public page of a consultation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.models import Consultation

FindPage = Callable[["Consultation", str], str | None]
_registered: list[FindPage] = []


def register(find_page: FindPage) -> None:
    """Have `find_page` asked for the address of a consultation's page in a language."""
    _registered[:] = [find_page]


def page_of(consultation: "Consultation", language: str) -> str | None:
    """Return the address of the consultation's public page; None when there is none."""
    return _registered[0](consultation, language) if _registered else None
