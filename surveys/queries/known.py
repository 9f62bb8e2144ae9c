"""Responses that can be told apart, because a worker knows whose they are."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from surveys.enums import Mode
from surveys.models import Invitation, Response, Survey


@dataclass(frozen=True, slots=True)
class KnownResponse:
    """One response by a way in that only one young person used."""

    invitation: Invitation
    response: Response


def known_responses(survey: Survey) -> list[KnownResponse]:
    """Return the responses of a survey that are known to be one person's, by way in.

    None where names are not asked. Of a way in used by several nobody can say whose
    answers are whose: those are not here.
    """
    if survey.mode != Mode.KNOWN_TO_WORKER:
        return []
    once = _used_once(survey).values("pk")
    responses = Response.objects.filter(invitation__in=once).select_related(
        "invitation", "edition__survey__consultation"
    )
    found = [KnownResponse(response.invitation, response) for response in responses]
    return sorted(found, key=lambda one: (str(one.invitation), one.invitation.pk))


def known_response(survey: Survey, invitation: int) -> KnownResponse | None:
    """Return the one response by this way in, or None."""
    known = known_responses(survey)
    return next((one for one in known if one.invitation.pk == invitation), None)


def _used_once(survey: Survey) -> QuerySet[Invitation]:
    """Return the ways in of a survey by which one response came and no more."""
    return (
        survey.invitations.annotate(used=Count("responses")).filter(used=1).order_by()
    )
