"""That a release tells of somebody, whatever was destroyed since."""

from django.db.models import Exists, OuterRef

from voice.releases.enums import ReleaseState
from voice.releases.models import Release


def somebody_is_told_of() -> Exists:
    """Return, of a row of consultations, whether a release of it was ever issued."""
    issued = Release.objects.filter(
        survey__consultation=OuterRef("pk"), state=ReleaseState.ISSUED
    )
    return Exists(issued)
