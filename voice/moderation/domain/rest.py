"""Reading the rest of a response beside one of its comments."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.moderation.queries.rest import Line, rest_of
from voice.moderation.queries.words import own_words


@transaction.atomic
def read_rest(reading: Reading, *, by: User) -> list[Line]:
    """Return the other answers of the same response, and write down that `by` read them.

    The words of a comment that was passed on are the safeguarding leads', and stay
    closed. Nothing else belongs to a statement heard in a session. Raises KeyDestroyed once the survey's retention has ended.
    """
    response = reading.comment.response
    lines = rest_of(response, beside=reading) if response else []
    opened = []
    for line in lines:
        other = line.reading
        if other is not None and other.state != ReadingState.PASSED_ON:
            line.words = own_words(other)
            opened.append(other.pk)
    record("moderation.read_rest", of=reading, by=by, comments=opened)
    return lines
