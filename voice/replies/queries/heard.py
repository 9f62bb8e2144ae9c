"""Whether anybody was ever heard in a consultation; never how many."""

from surveys.models import Consultation
from surveys.queries.heard_from import ever_answered


def nobody_heard(consultation: Consultation) -> bool:
    """Say whether nobody ever answered, nor was heard in a session; one query."""
    return not ever_answered(consultation)
