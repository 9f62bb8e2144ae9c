"""Evidence as the board's pages tell it: with its release, and nothing of the plan's."""

from collections.abc import Sequence

from django.db.models import Case, F, Max, OuterRef, Q, QuerySet, Subquery, When

from surveys.audience import Audience
from voice.releases.queries.releases import standing_after
from voice.statement.models import Evidence, KeyTheme


def evidence_of(key_themes: Sequence[KeyTheme]) -> list[Evidence]:
    """Return every piece of evidence from children under key themes; one query."""
    return _with(key_themes, Evidence.objects.of_children())


def evidence_of_all(key_theme: KeyTheme) -> tuple[list[Evidence], list[Evidence]]:
    """Return what children said under a key theme, and what adults did; one query."""
    every = _with([key_theme], Evidence.objects.released())
    children = [one for one in every if one.audience == Audience.YOUNG_PEOPLE]
    return children, [one for one in every if one.audience in Audience.adults()]


def evidence_once(key_themes: Sequence[KeyTheme]) -> list[Evidence]:
    """Return the same, but each thing cited once for each key theme; one query.

    What was cited for several actions is told once; what was set aside stands apart,
    and the quote that a page opens with is always there.
    """
    mine = Evidence.objects.of_children().filter(key_theme__in=key_themes)
    newest = (
        mine.order_by()
        .values("key_theme", "release", "cites", aside=F("set_aside"))
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    chosen = [one.headline_id for one in key_themes if one.headline_id]
    once = Evidence.objects.of_children().filter(Q(pk__in=newest) | Q(pk__in=chosen))
    return _with(key_themes, once)


def _with(
    key_themes: Sequence[KeyTheme], evidence: QuerySet[Evidence]
) -> list[Evidence]:
    """Return evidence of key themes with its releases, without their large tables.

    Where a release was recalled it says which number corrects it (`corrected_by`).
    """
    by_id = {one.pk: one for one in key_themes}
    found: list[Evidence] = list(
        evidence.filter(key_theme__in=by_id)
        .select_related("release__survey", "release__recall", "set_aside")
        .defer("release__tables", "release__codebook")
        .annotate(corrected_by=_corrected_by())
    )
    for one in found:
        one.key_theme = by_id[one.key_theme_id]
    return found


def _corrected_by() -> Case:
    """Return the number of the release that corrects a recalled one: the next that stands."""
    later = standing_after(OuterRef("release__survey"), OuterRef("release__number"))
    number = Subquery(later.values("number")[:1])
    return Case(When(release__recall__isnull=False, then=number), default=None)
