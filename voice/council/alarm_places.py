"""Where apps register the room in which an alarm of a kind is looked into."""

from collections.abc import Callable

from django.urls import reverse

from voice.accounts.permissions import Visitor
from voice.council.enums import AlarmKind

Question = Callable[[Visitor], bool]
_places: dict[AlarmKind, dict[str, Question]] = {}


def register(*kinds: AlarmKind, url_name: str, question: Question) -> None:
    """Lead from alarms of `kinds` to a room, those of whom `question` is true.

    Registered first, asked first.
    """
    for kind in kinds:
        _places.setdefault(kind, {})[url_name] = question


def place_of(kind: AlarmKind, user: Visitor) -> str:
    """Return the address where `user` looks into an alarm; the rota when they may not."""
    for url_name, question in _places.get(kind, {}).items():
        if question(user):
            return reverse(url_name)
    return reverse("duty:rota")
