"""What an address of a reply names, if it is theirs."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from voice.replies.models import Reply


def consultation_worked_on(request: HttpRequest, slug: str) -> Consultation:
    """Return the consultation called `slug` if it is theirs, or answer 404."""
    mine = consultations_of(request.user).prefetch_related("wordings")
    return get_object_or_404(mine, slug=slug)


def reply_to(consultation: Consultation) -> Reply | None:
    """Return the consultation's reply with all its words, once there is one."""
    return (
        Reply.objects.filter(consultation=consultation)
        .select_related("release__recall", "consultation")
        .prefetch_related(
            "wordings",
            "easy_rows",
            "corrections",
            "theme_answers",
            "promises__wordings",
        )
        .first()
    )
