"""Briefings whose public part everybody may read."""

from dataclasses import dataclass

from django.utils import timezone

from voice.briefings.logic.paper import Paper, public_blocks
from voice.briefings.models import Briefing, Publication
from voice.briefings.queries.issued import issued_briefings, paper_to_read


@dataclass(frozen=True, slots=True)
class PublicBriefing:
    """An issued briefing and its public part; `paper` is None when it was altered."""

    briefing: Briefing
    paper: Paper | None

    @property
    def is_to_come(self) -> bool:
        """Say whether the meeting that reads it is still to be."""
        return self.briefing.meeting_on > timezone.localdate()


def publication_of(briefing: Briefing) -> Publication | None:
    """Return the yes that stands for a briefing; None where nobody said so; one query."""
    standing = Publication.objects.filter(briefing=briefing, ended_at=None)
    return standing.select_related("by").first()


def public_briefings() -> list[Briefing]:
    """Return the briefings somebody said yes to, the newest meeting first; two queries.

    One whose next version is public too is left out: that version takes its place.
    """
    yes = Publication.objects.filter(ended_at=None).values("briefing")
    found = list(issued_briefings().filter(pk__in=yes))
    replaced = {one.follows_id for one in found}
    return [one for one in found if one.pk not in replaced]


def public_part(briefing: Briefing) -> PublicBriefing:
    """Return an issued briefing as everybody reads it, with what was recalled above it."""
    paper = paper_to_read(briefing)
    if paper is not None:
        paper = {**paper, "blocks": public_blocks(paper)}
    return PublicBriefing(briefing, paper)
