"""How each task is done, step by step, and which of them comes next for somebody new.

Higher apps call `register` in their AppConfig.ready(), beside the room it is done in.
What stands in “quotation marks” in a step is said so on the screen, word for word.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.accounts.rooms import Room, Words, rooms_for


@dataclass(frozen=True)
class Guide:
    """One task: its title as a verb, why it is done, its steps in order.

    It is done in the room called `room`, by those who may enter that and of whom the
    permission sentence `question` is true. `begun` says whether a person has done it
    once; a task without it is nobody's first steps.
    """

    name: str
    order: int
    room: str
    title: Words
    why: Words
    steps: Sequence[Words]
    question: Callable[[Visitor], bool]
    begun: Callable[[User], bool] | None = None


@dataclass(frozen=True)
class GuideFound:
    """A guide, and the room its reader does it in."""

    guide: Guide
    room: Room


_guides: dict[str, Guide] = {}


def register(
    name: str,
    *,
    order: int,
    room: str,
    title: Words,
    why: Words,
    steps: Sequence[Words],
    question: Callable[[Visitor], bool],
    begun: Callable[[User], bool] | None = None,
) -> None:
    """Add the guide called `name`, or replace it; `order` follows the loop."""
    _guides[name] = Guide(name, order, room, title, why, steps, question, begun)


def all_guides() -> list[Guide]:
    """Return every guide, in the order of the loop."""
    return sorted(_guides.values(), key=lambda guide: (guide.order, guide.name))


def guides_for(user: Visitor) -> list[GuideFound]:
    """Return the guides of what `user` may do, in the order of the loop."""
    rooms = {room.name: room for room in rooms_for(user)}
    return [
        GuideFound(guide, rooms[guide.room])
        for guide in all_guides()
        if guide.room in rooms and guide.question(user)
    ]


def next_step(user: User) -> GuideFound | None:
    """Return the first task of the loop that `user` has never done; None when all are."""
    for found in guides_for(user):
        if found.guide.begun is not None and not found.guide.begun(user):
            return found
    return None
