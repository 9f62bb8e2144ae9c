"""Where a higher app registers how a whole page is set as PDF."""

from collections.abc import Callable

SetPage = Callable[[str], bytes]
CanSet = Callable[[], bool]
_registered: list[tuple[SetPage, CanSet]] = []


def register(set_page: SetPage, *, can_set: CanSet) -> None:
    """Have `set_page` make a PDF of a whole HTML document, where `can_set` says so."""
    _registered[:] = [(set_page, can_set)]


def can_be_set() -> bool:
    """Say whether this machine can make PDFs."""
    return any(can_set() for _set_page, can_set in _registered)


def set_as_pdf(html: str) -> bytes:
    """Return a whole HTML document as PDF; raises LookupError where none can be made."""
    if not can_be_set():
        raise LookupError("Nothing here sets pages.")
    return _registered[0][0](html)
