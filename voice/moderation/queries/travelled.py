"""How far a consultation is read; told to whoever answered it."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.models import Consultation
from surveys.travelled import Told, Travelled
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading


def how_far_read(consultation: Consultation, language: str) -> Told:
    """Return whether all that came was read; never done while more can come.

    Its days are the consultation's own: a day on which something was read could be the
    day of one person's words.
    """
    waiting = Reading.objects.filter(
        comment__survey__consultation=consultation, state=ReadingState.WAITING
    )
    said = {
        "first": date_format(consultation.opens_on, "DATE_FORMAT"),
        "last": date_format(consultation.closes_on, "DATE_FORMAT"),
    }
    if consultation.closes_on >= timezone.localdate():
        return Told(
            Travelled.NOW,
            _("A person reads every word as it comes in, since %(first)s.") % said,
        )
    if waiting.exists():
        return Told(
            Travelled.NOW,
            _("It closed on %(last)s. A person is reading the last of it.") % said,
        )
    return Told(
        Travelled.DONE,
        _("It closed on %(last)s. A person has read every word.") % said,
    )
