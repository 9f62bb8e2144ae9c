"""Which comments were said for good: in a finished response, or a session's note."""

from django.db.models import Q

from surveys.enums import NoteState, ResponseState

RESPONSES = sorted(state.value for state in ResponseState.heard())
NOTES = sorted(state.value for state in NoteState.heard())


def said_for_good(of: str = "") -> Q:
    """Return the condition that a comment's kept words may travel on.

    Its response is finished, or the worker sent the note of its session; also once
    either was kept long enough. `of` leads to the comment, as in "comment__".
    """
    return Q(**{f"{of}response__state__in": RESPONSES}) | Q(
        **{f"{of}session_note__state__in": NOTES}
    )
