"""A worker types for a young person, who says yes aloud and looks through it at the end.

Who helped and how is kept; who the young person is never is. That an entry was begun
is not audited, since nobody is watched while they answer: only that the way in was made.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy

from surveys.domain.answering import (
    ResponseIsClosed,
    StartedResponse,
    start_response,
)
from surveys.enums import (
    Agreement,
    Company,
    HelpedBy,
    HelpGiven,
    InvitationKind,
    Mode,
    ResponseState,
)
from surveys.models import Invitation, Response, Survey
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User


class NoHelpSaid(Exception):
    """Nobody said who helps, or how; nothing was started."""

    sentence = gettext_lazy("Say who helps, and what they do.")


@transaction.atomic
def begin_assisted(
    survey: Survey,
    *,
    by: "User",
    language: str,
    age_band: str,
    helped_by: HelpedBy,
    help_given: Iterable[HelpGiven],
    helper: str = "",
    reference: str = "",
    at: datetime | None = None,
) -> StartedResponse:
    """Start a response that somebody types for a young person who said yes aloud.

    `helper` is a job title, never a name. Where a worker may know whose answers are
    whose, each entry has a way in of its own, called by `reference`, so that they can
    be found and erased. Raises NoHelpSaid, SurveyIsClosed, NotOffered.
    """
    given = set(help_given)
    if not given or helped_by in {HelpedBy.NOT_SAID, HelpedBy.NOBODY}:
        raise NoHelpSaid
    return start_response(
        _way_in(survey, by=by, helper=helper, reference=reference),
        language=language,
        age_band=age_band,
        company=Company.HELPING,
        helped_by=helped_by,
        help_given=given,
        agreement=Agreement.TOLD,
        at=at,
    )


@transaction.atomic
def check_response(response: Response) -> None:
    """Remember that the young person looked through what was typed, and meant it.

    Changing an answer afterwards takes it back. Raises ResponseIsClosed.
    """
    open_still = Response.objects.filter(
        pk=response.pk,
        state=ResponseState.UNDER_WAY,
        capability_hash__isnull=False,
    )
    checked = open_still.update(is_checked=True)
    if not checked:
        raise ResponseIsClosed
    response.is_checked = True


def _way_in(survey: Survey, *, by: "User", helper: str, reference: str) -> Invitation:
    """Return the way in of what is typed for others: one for all, where names are not
    asked; a new one each, where a worker may know whose answers they are."""
    if survey.mode == Mode.NAME_NOT_ASKED:
        reference = ""
        known = survey.invitations.filter(
            kind=InvitationKind.ASSISTED, helper=helper, stopped_at=None
        ).first()
        if known:
            return known
    invitation = Invitation.objects.create(
        survey=survey,
        kind=InvitationKind.ASSISTED,
        helper=helper,
        label=reference,
        made_by=by,
    )
    record("surveys.open_assisted", of=invitation, by=by, survey=survey.pk)
    return invitation
