"""Where higher apps register how far a consultation has come, stage by stage.

Reading, themes, the board and the reply lie above surveys; a receipt tells of them.
Each function is told a consultation and nothing else: what it returns can never be
about one response.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from surveys.models import Consultation


class Travelled(TextChoices):
    """How far one stage of a consultation has come."""

    LATER = "later", _("Not yet")
    NOW = "now", _("Happening now")
    DONE = "done", _("Done")


class Stage(TextChoices):
    """The stages of a consultation that a receipt tells, in their order."""

    READ = "read", _("People read what was sent")
    UNDERSTOOD = "understood", _("We understand what was said")
    BOARD = "board", _("It is in front of the people who decide")
    ANSWERED = "answered", _("We have answered")


HowFar = Callable[["Consultation"], Travelled]
ORDER = (Travelled.LATER, Travelled.NOW, Travelled.DONE)
_registered: dict[tuple[Stage, str], HowFar] = {}


def register(stage: Stage, name: str, how_far: HowFar) -> None:
    """Have `how_far` asked how far a consultation has come in one stage.

    Where several apps know of a stage, the furthest is told.
    """
    _registered[stage, name] = how_far


def travelled(consultation: "Consultation") -> list[tuple[Stage, Travelled]]:
    """Return every stage, in order, and how far the consultation has come in it."""
    found = dict.fromkeys(Stage, Travelled.LATER)
    for (stage, _name), how_far in sorted(_registered.items()):
        found[stage] = max(found[stage], how_far(consultation), key=ORDER.index)
    return list(found.items())
