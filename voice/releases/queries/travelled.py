"""How far what was said is understood; told to whoever answered."""

from surveys.models import Consultation
from surveys.travelled import Travelled
from voice.releases.enums import ReleaseState
from voice.releases.models import Release


def how_far_understood(consultation: Consultation) -> Travelled:
    """Return whether two people have signed what was heard."""
    issued = Release.objects.filter(
        survey__consultation=consultation, state=ReleaseState.ISSUED
    )
    return Travelled.DONE if issued.exists() else Travelled.LATER
