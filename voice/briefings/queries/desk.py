"""Briefings as their writers see them."""

from django.db.models import Count, QuerySet

from voice.briefings.models import Briefing, BriefingSection
from voice.briefings.queries.issued import issued_briefings


def briefings_at_the_desk() -> QuerySet[Briefing]:
    """Return every briefing, the newest meeting first, with how far it is; one query."""
    return Briefing.objects.select_related(
        "begun_by", "approved_by", "issued_by", "followed_by"
    ).annotate(parts=Count("sections"))


def briefings_in_full() -> QuerySet[Briefing]:
    """Return briefings with who did what, and the versions before and after."""
    return Briefing.objects.select_related(
        "statement", "begun_by", "approved_by", "issued_by", "follows", "followed_by"
    ).prefetch_related("writers")


def sections_in_full() -> QuerySet[BriefingSection]:
    """Return sections with what they are made from."""
    return BriefingSection.objects.select_related(
        "briefing__statement",
        "key_theme",
        "release__survey__consultation",
        "release__recall",
    )


def briefings_on_the_board() -> list[Briefing]:
    """Return the newest version of each issued briefing, the newest meeting first."""
    return [
        one
        for one in issued_briefings()
        if not (hasattr(one, "followed_by") and one.followed_by.is_issued)
    ]
