"""How far what was said is understood; told to whoever answered."""

from surveys.models import Consultation
from surveys.travelled import Travelled
from voice.releases.enums import ReleaseState
from voice.releases.models import Release


def how_far_understood(consultation: Consultation) -> Travelled:
    """Return whether two people have signed what was heard; now, once it was recalled."""
    issued = Release.objects.filter(
        survey__consultation=consultation, state=ReleaseState.ISSUED
    )
    if issued.filter(recall=None).exists():
        return Travelled.DONE
    return Travelled.NOW if issued.exists() else Travelled.LATER
