"""Responses that can be told apart, because a worker knows whose they are."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from surveys.enums import InvitationKind, Mode
from surveys.models import Invitation, Response, Survey


@dataclass(frozen=True, slots=True)
class KnownResponse:
    """One response by a way in that only one young person used, or by a numbered code.

    Who was given which number is on the worker's own list, never here.
    """

    invitation: Invitation
    response: Response

    def __str__(self) -> str:
        """Return what a worker knows it by."""
        number = self.response.code_number
        if number is None:
            return str(self.invitation)
        return _("%(batch)s, number %(number)s") % {
            "batch": self.invitation,
            "number": number,
        }


def known_responses(survey: Survey) -> list[KnownResponse]:
    """Return the responses of a survey that are known to be one person's, by way in.

    None where names are not asked. Of a way in used by several nobody can say whose
    answers are whose: those are not here, but for codes with numbers.
    """
    if survey.mode != Mode.KNOWN_TO_WORKER:
        return []
    once = _used_once(survey).values("pk")
    responses = Response.objects.filter(
        Q(invitation__in=once) | Q(invitation__survey=survey, code_number__isnull=False)
    ).select_related("invitation", "edition__survey__consultation")
    found = [KnownResponse(response.invitation, response) for response in responses]
    return sorted(
        found,
        key=lambda one: (
            str(one.invitation),
            one.invitation.pk,
            one.response.code_number or 0,
            one.response.pk,
        ),
    )


def known_response(survey: Survey, response: UUID) -> KnownResponse | None:
    """Return this one response if it is known whose it is, or None."""
    known = known_responses(survey)
    return next((one for one in known if one.response.pk == response), None)


def _used_once(survey: Survey) -> QuerySet[Invitation]:
    """Return the ways in of a survey by which one response came and no more.

    No batch of codes, however few were used: many were given it.
    """
    return (
        survey.invitations.exclude(kind=InvitationKind.CODES)
        .annotate(used=Count("responses"))
        .filter(used=1)
        .order_by()
    )
