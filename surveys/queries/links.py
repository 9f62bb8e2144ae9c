"""Open links: the ways in that anybody may be shown."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from surveys.audience import Audience
from surveys.enums import InvitationKind
from surveys.models import Edition, Invitation


def open_links(consultations: Iterable[int]) -> dict[int, str]:
    """Return the newest open link's token for each of `consultations` that has one.

    Young people's wherever there is one: no young person is led to the questions of
    adults. Whether the consultation's dates hold is the caller's to ask; one query.
    """
    rows = list(
        _open(consultations)
        .order_by("made_at", "pk")
        .values_list("survey__consultation", "token", "survey__audience")
    )
    newest = {consultation: token for consultation, token, _audience in rows}
    return newest | {
        consultation: token
        for consultation, token, audience in rows
        if audience == Audience.YOUNG_PEOPLE
    }


def links_of_adults(consultation: int) -> list[tuple[Audience, str]]:
    """Return the newest open link of each audience of adults; one query.

    None where young people have none: then `open_links` gives the adults' own.
    """
    rows = _open([consultation]).order_by("made_at", "pk")
    found = dict(rows.values_list("survey__audience", "token"))
    if Audience.YOUNG_PEOPLE not in found:
        return []
    adults = Audience.adults()
    return [(one, found[one]) for one in Audience if one in adults and one in found]


def _open(consultations: Iterable[int]) -> QuerySet[Invitation]:
    """Return the open links of consultations."""
    return Invitation.objects.filter(
        Exists(Edition.objects.filter(survey=OuterRef("survey"))),
        kind=InvitationKind.LINK,
        stopped_at=None,
        survey__live=True,
        survey__consultation__in=list(consultations),
    )
