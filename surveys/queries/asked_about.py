"""Whom each consultation asks, by age band, and about which key themes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from surveys.models import Edition


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """The age bands and key themes (by their names in surveys.key_themes) of one."""

    age_bands: set[str] = field(default_factory=set)
    key_themes: set[str] = field(default_factory=set)


def asked_about(consultations: Iterable[int]) -> dict[int, AskedAbout]:
    """Return whom and what about each of `consultations` (ids) asks; one query.

    Only the newest edition of each survey is looked at. One that asked nothing yet has
    no bands and no key themes.
    """
    found = {pk: AskedAbout() for pk in consultations}
    newest = Edition.objects.filter(survey=OuterRef("survey")).order_by("-number")
    rows = Edition.objects.filter(
        survey__consultation__in=list(found),
        number=Subquery(newest.values("number")[:1]),
    ).values_list(
        "survey__consultation", "definition__age_bands", "definition__questions"
    )
    for consultation, bands, questions in rows:
        told = found[consultation]
        told.age_bands.update(bands or ())
        told.key_themes.update(
            name for one in questions or () if (name := one.get("key_theme"))
        )
    return found
