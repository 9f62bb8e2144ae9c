"""Whether anybody was ever heard in a consultation; never how many."""

from django.db.models import Exists, OuterRef, Q

from surveys.models import Consultation
from surveys.queries.heard_from import ever_heard
from voice.releases.enums import ReleaseState
from voice.releases.models import Release


def anybody_heard() -> Q:
    """Return, of a row of consultations, whether anybody ever answered or was heard.

    A release that was issued speaks of somebody, whatever was destroyed since.
    """
    issued = Release.objects.filter(
        survey__consultation=OuterRef("pk"), state=ReleaseState.ISSUED
    )
    return ever_heard() | Exists(issued)


def nobody_heard(consultation: Consultation) -> bool:
    """Say whether nobody ever answered, nor was heard in a session; one query."""
    row = Consultation.objects.filter(pk=consultation.pk)
    return not row.annotate(heard=anybody_heard()).filter(heard=True).exists()
