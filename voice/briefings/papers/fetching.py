"""What a paper may bring in while it is set: our own drawings, and nothing else."""

from pathlib import Path

from django.contrib.staticfiles import finders
from weasyprint import URLFetcher
from weasyprint.urls import URLFetcherResponse

OURS = "ours:/"
DRAWINGS = "img/"


class OnlyOurs(URLFetcher):
    """Fetches `ours:/img/….svg` from our static files; all else ends the setting."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), fail_on_errors=True)

    def fetch(
        self, url: str, headers: dict[str, str] | None = None
    ) -> URLFetcherResponse:
        """Return a drawing of ours; raise ValueError for anything else."""
        name = url.removeprefix(OURS)
        if name == url or not name.startswith(DRAWINGS) or not name.endswith(".svg"):
            raise ValueError("A paper brings in its own drawings, and nothing else.")
        return URLFetcherResponse(
            url, _bytes_of(name), {"Content-Type": "image/svg+xml"}
        )


def _bytes_of(name: str) -> bytes:
    """Return a static file; raise ValueError when there is none of that name."""
    found = None if ".." in name else finders.find(name)
    if found is None:
        raise ValueError("There is no such drawing.")
    return Path(found).read_bytes()
