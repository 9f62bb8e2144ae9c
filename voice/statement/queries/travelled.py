"""Whether what was said is before those who decide; told to whoever answered."""

from surveys.models import Consultation
from surveys.travelled import Travelled
from voice.statement.models import Evidence


def how_far_at_the_board(consultation: Consultation) -> Travelled:
    """Return whether any of it stands as evidence on a page that the board reads."""
    cited = Evidence.objects.standing().filter(
        release__survey__consultation=consultation
    )
    return Travelled.DONE if cited.exists() else Travelled.LATER
