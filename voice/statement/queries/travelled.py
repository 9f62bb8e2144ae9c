"""Whether what was said is before those who decide; told to whoever answered."""

from django.db.models import Min
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.models import Consultation
from surveys.travelled import Told, Travelled
from voice.statement.models import Evidence
from voice.statement.models.evidence import STANDS


def how_far_at_the_board(consultation: Consultation, language: str) -> Told:
    """Return whether any of it stands as evidence on a page that the board reads."""
    cited = Evidence.objects.filter(
        **STANDS, release__survey__consultation=consultation
    )
    first = cited.aggregate(first=Min("added_at"))["first"]
    if first is None:
        return Told(Travelled.LATER)
    day = date_format(timezone.localdate(first), "DATE_FORMAT")
    return Told(
        Travelled.DONE,
        _("It stands in the plan they work from since %(day)s.") % {"day": day},
    )
