"""What every page knows of the rooms its reader may enter."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from voice.accounts.gate import factor_was_shown
from voice.accounts.models import BreakGlass
from voice.accounts.permissions import user_may_enter_desk
from voice.accounts.queries.break_glass import open_now
from voice.accounts.rooms import Room, menu_of, rooms_for


def rooms(request: HttpRequest) -> dict[str, object]:
    """Return the reader's rooms, and which of them this page is in; all lazy."""
    return {
        "rooms": SimpleLazyObject(lambda: _rooms(request)),
        "menu": SimpleLazyObject(lambda: _menu(request)),
        "room_here": SimpleLazyObject(lambda: _here(request)),
        "at_the_desk": SimpleLazyObject(lambda: _at_the_desk(request)),
        "council_sign_in": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
        "open_glass": SimpleLazyObject(lambda: _open_glass(request)),
        "second_factor_missing": SimpleLazyObject(
            lambda: settings.SECOND_FACTOR_REQUIRED and not factor_was_shown(request)
        ),
    }


def _rooms(request: HttpRequest) -> list[Room]:
    """Return the rooms of whoever asks; none for strangers."""
    user = getattr(request, "user", None)
    return rooms_for(user) if user is not None and user.is_authenticated else []


def _at_the_desk(request: HttpRequest) -> bool:
    """Say whether whoever asks works at the desk, so that a page may lead there."""
    user = getattr(request, "user", None)
    return user is not None and user_may_enter_desk(user)


def _menu(request: HttpRequest) -> dict[str, object]:
    """Return the menu of whoever asks: what stands in it, and what under “More”."""
    every_day, seldom = menu_of(_rooms(request))
    here = _here(request)
    return {
        "every_day": every_day,
        "seldom": seldom,
        "is_seldom_here": here in {room.name for room in seldom},
    }


def _here(request: HttpRequest) -> str:
    """Return the name of the room whose address is the longest start of this one."""
    inside = [room for room in _rooms(request) if request.path.startswith(room.url)]
    return max(inside, key=lambda room: len(room.url)).name if inside else ""


def _open_glass(request: HttpRequest) -> list[BreakGlass]:
    """Return what is open by break-glass to whoever asks."""
    user = getattr(request, "user", None)
    return list(open_now(user)) if user is not None else []
