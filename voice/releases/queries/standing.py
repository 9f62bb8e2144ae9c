"""What the gates look at, read from what has truly happened."""

from django.utils import timezone

from surveys.enums import ResponseState
from surveys.models import Comment, Response, Survey
from voice.moderation.enums import ReadingState
from voice.releases.enums import ReleaseState
from voice.releases.logic.gates import Standing

READ = [*ReadingState.settled(), ReadingState.TAKEN_BACK]


def unread_comments(survey: Survey) -> int:
    """Return how many comments of finished responses nobody has decided about."""
    return (
        Comment.objects.filter(
            survey=survey,
            taken_back=False,
            response__state__in=ResponseState.counted(),
        )
        .exclude(reading__state__in=READ)
        .count()
    )


def release_standing(survey: Survey) -> Standing:
    """Return where a survey stands before the gates of a release."""
    today = timezone.localdate()
    counted = Response.objects.filter(
        edition__survey=survey, state__in=ResponseState.counted()
    ).count()
    releases = list(survey.releases.exclude(state=ReleaseState.DROPPED))
    issued = [release for release in releases if release.is_issued]
    last = max(issued, key=lambda release: release.number, default=None)
    return Standing(
        counted=counted,
        closed=survey.consultation.closes_on < today,
        today=today,
        releases=len(issued),
        last_counted=last.counted if last else None,
        last_issued_on=timezone.localdate(last.issued_at) if last else None,
        waiting=any(release.is_waiting for release in releases),
        unread=unread_comments(survey),
    )
