"""Whether a reply may speak from no release, as so few answers count."""

from django.utils import timezone

from surveys.models import Consultation
from voice.releases.queries import standing_releases
from voice.releases.queries.few import fewer_than_are_told
from voice.replies.enums import OWING
from voice.replies.queries.consultations import standing_of


def too_few_to_tell(consultation: Consultation) -> bool:
    """Say whether a closed consultation has too few answers to tell of; five queries.

    Fewer count than are ever told, none or nine alike, all are read, no release of it
    stands, and somebody was heard (docs/decisions/0057).
    """
    standing = standing_of(consultation, on=timezone.localdate())
    if not standing.heard or standing.unread or standing.state not in OWING:
        return False
    if standing_releases().filter(survey__consultation=consultation).exists():
        return False
    return fewer_than_are_told(consultation)
