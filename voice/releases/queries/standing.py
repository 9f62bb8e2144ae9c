"""What the gates look at, read from what has truly happened."""

from datetime import date

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from surveys.enums import NoteState, ResponseState
from surveys.models import Comment, Response, Survey
from voice.moderation.enums import ReadingState
from voice.releases.logic.gates import Standing
from voice.releases.logic.rolls import packed
from voice.releases.models import Release, Roll

READ = [state.value for state in (*ReadingState.settled(), ReadingState.TAKEN_BACK)]
COUNTED = [state.value for state in ResponseState.counted()]


def surveys_to_release() -> QuerySet[Survey]:
    """Return surveys ever published, with `counted`, `unread` and their releases.

    `counted` responses have been finished; `unread` comments of theirs, or
    heard in sessions, nobody has decided about. Those that closed last come first.
    """
    return (
        Survey.objects.filter(editions__isnull=False)
        .distinct()
        .select_related("consultation")
        .prefetch_related(
            Prefetch(
                "releases",
                Release.objects.defer("tables")
                .select_related("recall")
                .order_by("-number"),
            )
        )
        .defer("questions")
        .annotate(counted=_counted(), unread=_unread())
        .order_by("-consultation__closes_on", "title", "pk")
    )


def _counted() -> Coalesce:
    """Return how many responses of a survey count, as a subquery."""
    responses = Response.objects.filter(
        edition__survey=OuterRef("pk"), state__in=COUNTED
    ).order_by()
    each = responses.values("edition__survey").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(each), 0)


def _unread() -> Coalesce:
    """Return how many comments of counted responses and sent notes wait, as a subquery."""
    said = Q(response__state__in=COUNTED) | Q(session_note__state=NoteState.SENT)
    comments = (
        Comment.objects.filter(said, survey=OuterRef("pk"), taken_back=False)
        .exclude(reading__state__in=READ)
        .order_by()
    )
    each = comments.values("survey").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(each), 0)


def standing_of(survey: Survey) -> Standing:
    """Return where a survey from `surveys_to_release` stands before the gates."""
    today = timezone.localdate()
    releases = list(survey.releases.all())
    issued = [release for release in releases if release.is_issued]
    last = max(issued, key=lambda release: release.number, default=None)
    recalled = last if last is not None and last.is_recalled else None
    return Standing(
        counted=survey.counted,
        closed=survey.consultation.closes_on < today,
        today=today,
        releases=len(issued),
        last_counted=last.counted if last else None,
        last_issued_on=_day(last),
        waiting=any(release.is_waiting for release in releases),
        unread=survey.unread,
        recalled=recalled is not None,
        same_answers=recalled is not None and _counts_the_same(recalled, survey),
    )


def _counts_the_same(last: Release, survey: Survey) -> bool:
    """Say whether the very responses that `last` counted count now; two queries.

    Never where its roll was not kept.
    """
    roll = Roll.objects.filter(release=last).first()
    now = Response.objects.filter(edition__survey=survey, state__in=COUNTED)
    ids = now.values_list("pk", flat=True)
    return roll is not None and bytes(roll.packed) == packed(ids.iterator())


def _day(release: Release | None) -> date | None:
    """Return the day a release was issued on, in the council's time."""
    if release is None or release.issued_at is None:
        return None
    return timezone.localdate(release.issued_at)


def release_standing(survey: Survey) -> Standing:
    """Return where a survey stands now; raises Survey.DoesNotExist when unpublished."""
    return standing_of(surveys_to_release().get(pk=survey.pk))
