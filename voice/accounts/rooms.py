"""The rooms of the desk: one list for the desk's home, its menu and the admin's menu.

Higher apps call `register` in their AppConfig.ready(); nobody edits a menu template.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from voice.accounts.models import User
from voice.accounts.permissions import Visitor

Words = str | Promise
IN_A_ROW = 8


@dataclass(frozen=True)
class Room:
    """A place where somebody works: what it is called and who may enter.

    `short` is what the menu calls it; a room that is `seldom` entered stands at the
    end of a long menu, under “More”. `waits` says what waits there for one person, for
    the desk's first page; empty when nothing does.
    """

    name: str
    order: int
    url_name: str
    title: Words
    description: Words
    question: Callable[[Visitor], bool]
    short: Words = ""
    seldom: bool = False
    waits: Callable[[User], str] | None = None

    @property
    def in_the_menu(self) -> Words:
        """Return what the menu calls it."""
        return self.short or self.title

    @property
    def url(self) -> str:
        """Return the address of the room's first page."""
        return reverse(self.url_name)


_rooms: dict[str, Room] = {}


def register(
    name: str,
    *,
    order: int,
    url_name: str,
    title: Words,
    description: Words,
    question: Callable[[Visitor], bool],
    short: Words = "",
    seldom: bool = False,
    waits: Callable[[User], str] | None = None,
) -> None:
    """Add the room called `name`, or replace it.

    `order` places it in the menu (10 surveys, 20 reading, 30 themes, 40 releases,
    50 statement, 60 replies, 70 board, 80 staff, 90 audit); `question` is a
    permission sentence asked of the user.
    """
    _rooms[name] = Room(
        name, order, url_name, title, description, question, short, seldom, waits
    )


def all_rooms() -> list[Room]:
    """Return every room, in order."""
    return sorted(_rooms.values(), key=lambda room: (room.order, room.name))


def rooms_for(user: Visitor) -> list[Room]:
    """Return the rooms that `user` may enter, in order."""
    return [room for room in all_rooms() if room.question(user)]


@dataclass(frozen=True)
class RoomNow:
    """A room as one person finds it on the desk's first page."""

    room: Room
    waits: str


def rooms_now(rooms: Sequence[Room], user: User) -> list[RoomNow]:
    """Return each room with what waits there for `user`, in words."""
    return [
        RoomNow(room, room.waits(user) if room.waits is not None else "")
        for room in rooms
    ]


def menu_of(rooms: Sequence[Room]) -> tuple[list[Room], list[Room]]:
    """Return the rooms that stand in the menu, and those under “More”.

    So that the menu is one row at a desk: a short one is told whole.
    """
    if len(rooms) <= IN_A_ROW:
        return list(rooms), []
    daily = [room for room in rooms if not room.seldom]
    return daily[:IN_A_ROW], sorted(
        [*daily[IN_A_ROW:], *(room for room in rooms if room.seldom)],
        key=lambda room: (room.order, room.name),
    )
