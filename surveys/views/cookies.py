"""How every cookie of a young person's device is set; no page sets one otherwise."""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponse


def host_bound(name: str) -> str:
    """Return a cookie's name; bound to this host alone where connections are safe."""
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def set_cookie(
    page: HttpResponse,
    name: str,
    value: str,
    *,
    max_age: int | None = None,
    expires: datetime | None = None,
) -> None:
    """Set a cookie that no script reads and no other site sends along.

    It lasts for `max_age` seconds or until `expires`; with neither, until the browser
    closes.
    """
    page.set_cookie(
        name,
        value,
        max_age=max_age,
        expires=expires,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
