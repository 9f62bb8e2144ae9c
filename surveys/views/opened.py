"""Two small cookies of the page for codes: what a code opened, and how often it failed.

No code is in either. What was opened is signed and kept for half an hour at most, or
for an afternoon where a group reads together; how often a device failed is signed too. Whoever throws that one away starts again at
nothing: it slows down who guesses on a phone in the hand, and the count of all wrong
codes together slows down the rest (docs/decisions/0020).
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from surveys.enums import CodeKind
from surveys.views.cookies import host_bound, set_cookie

OPENED_SECONDS = 30 * 60
# A group talks about each sentence before it writes: what was typed must not be lost.
AFTERNOON = 4 * 60 * 60
TRIES_SECONDS = 10 * 60
OPENED, TRIES = "opened", "tries"


@dataclass(frozen=True, slots=True)
class Tries:
    """How many wrong codes this device sent, and when the first of them was, in seconds."""

    wrong: int
    since: int

    @property
    def are_over(self) -> bool:
        """Say whether this device waits before it tries again."""
        return self.wrong >= settings.WRONG_CODES_ON_A_DEVICE


def remember_opened(page: HttpResponse, kind: CodeKind, what: str) -> None:
    """Let this device go on with `what` a code of `kind` opened; never the code."""
    said = signing.dumps([kind.value, what], salt=OPENED)
    set_cookie(page, host_bound(OPENED), said, max_age=_lasts(kind))


def opened_on(request: HttpRequest, kind: CodeKind) -> str:
    """Return what a code of `kind` opened on this device; empty when nothing."""
    said = _read(request, OPENED, max_age=_lasts(kind))
    return str(said[1]) if said and said[0] == kind.value else ""


def forget_opened(page: HttpResponse, request: HttpRequest) -> None:
    """Change the cookie to one that opens nothing, where there is one."""
    if host_bound(OPENED) in request.COOKIES:
        set_cookie(page, host_bound(OPENED), "", max_age=0)


def tries_on(request: HttpRequest) -> Tries:
    """Return how many wrong codes this device sent in the last ten minutes."""
    said = _read(request, TRIES, max_age=TRIES_SECONDS)
    now = int(timezone.now().timestamp())
    if not said or now - said[1] >= TRIES_SECONDS:
        return Tries(0, now)
    return Tries(*said)


def count_try(page: HttpResponse, tries: Tries) -> None:
    """Have this device remember one more wrong code."""
    said = signing.dumps([tries.wrong + 1, tries.since], salt=TRIES)
    set_cookie(page, host_bound(TRIES), said, max_age=TRIES_SECONDS)


def _lasts(kind: CodeKind) -> int:
    """Return for how many seconds a device remembers what a code of `kind` opened."""
    return AFTERNOON if kind == CodeKind.EDITORS else OPENED_SECONDS


def _read(request: HttpRequest, cookie: str, *, max_age: int) -> list[Any] | None:
    """Return what a cookie says, where we signed it and not too long ago."""
    try:
        said: list[Any] = signing.loads(
            request.COOKIES.get(host_bound(cookie), ""), salt=cookie, max_age=max_age
        )
    except signing.BadSignature:
        return None
    return said
