"""When young people can send what they have to say; told to whoever did."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.models import Consultation
from surveys.queries.heard_from import ever_answered
from surveys.travelled import Told, Travelled


def how_far_sent(consultation: Consultation, language: str) -> Told:
    """Return whether more can still be sent, and until when."""
    said = {
        "first": date_format(consultation.opens_on, "DATE_FORMAT"),
        "last": date_format(consultation.closes_on, "DATE_FORMAT"),
    }
    if consultation.closes_on >= timezone.localdate():
        return Told(
            Travelled.NOW, _("From %(first)s. Others can answer until %(last)s.") % said
        )
    when = _("From %(first)s to %(last)s.") % said
    if not ever_answered(consultation):
        when = f"{when} {_('Nobody answered.')}"
    return Told(Travelled.DONE, when)
