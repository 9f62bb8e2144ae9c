"""Open links: the ways in that anybody may be shown."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from surveys.enums import InvitationKind
from surveys.models import Edition, Invitation


def open_links(consultations: Iterable[int]) -> dict[int, str]:
    """Return the newest open link's token for each of `consultations` that has one.

    Whether the consultation's dates hold is the caller's to ask; one query.
    """
    rows = (
        Invitation.objects.filter(
            Exists(Edition.objects.filter(survey=OuterRef("survey"))),
            kind=InvitationKind.LINK,
            stopped_at=None,
            survey__live=True,
            survey__consultation__in=list(consultations),
        )
        .order_by("made_at", "pk")
        .values_list("survey__consultation", "token")
    )
    return dict(rows)
