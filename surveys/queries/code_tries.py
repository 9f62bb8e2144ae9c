"""Whether codes are being guessed: how many were wrong lately, by everybody together.

Counted by the space a code is guessed in and by the device that types it, never by
address: a whole school comes from one (SECURITY.md, R18).
"""

from datetime import datetime

from django.conf import settings
from django.db.models import Sum

from surveys.enums import CodeSpace
from surveys.logic.codes import tidied
from surveys.logic.room_codes import SIGNS
from surveys.models import CodeTries


def space_of(typed: str) -> CodeSpace:
    """Return among how many codes somebody guesses who `typed` this."""
    return CodeSpace.ROOM if len(tidied(typed)) == SIGNS + 1 else CodeSpace.PERSONAL


def space_is_full(space: CodeSpace, *, at: datetime) -> bool:
    """Say whether so many wrong codes of `space` came in this minute that all wait."""
    wrong = CodeTries.objects.filter(space=space, minute=minute_of(at)).aggregate(
        number=Sum("wrong", default=0)
    )
    return bool(wrong["number"] >= settings.WRONG_CODES_A_MINUTE[space.value])


def minute_of(at: datetime) -> datetime:
    """Return the beginning of the minute of `at`."""
    return at.replace(second=0, microsecond=0)
