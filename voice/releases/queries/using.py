"""Which releases hold a reader's decision, so that it only goes forward."""

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.releases.enums import ReleaseState
from voice.releases.models import Quote, Release
from voice.releases.presentation import ordinal_words

USED = frozenset({ReadingState.APPROVED, ReadingState.REDACTED, ReadingState.WITHHELD})


def releases_using(reading: Reading, hold: bool) -> list[str]:  # noqa: FBT001 - asked through a registry
    """Return a sentence for each issued release that holds this decision.

    Kept words are counted or quoted in it, withheld ones in its totals; words heard in
    a session are in it only where they are quoted. With `hold`, inside a transaction,
    whoever signs at this moment is waited for.
    """
    if reading.state not in USED or not reading.comment.is_finished:
        return []
    releases = (
        Release.objects.filter(_holds(reading))
        .exclude(state=ReleaseState.DROPPED)
        .defer("tables")
        .order_by("number")
    )
    if hold:
        releases = releases.select_for_update(of=("self",))
    return [_sentence(release) for release in releases if release.is_issued]


def _holds(reading: Reading) -> Q:
    """Return the condition that a release holds this decision."""
    since = Q(survey=reading.comment.survey_id, proposed_at__gte=reading.decided_at)
    if not reading.comment.was_heard:
        return since
    quotes = Quote.objects.filter(comment=reading.comment_id, refused_by=None)
    return since & Q(pk__in=quotes.values("release"))


def _sentence(release: Release) -> str:
    """Return which release it is and since when."""
    issued = timezone.localtime(release.issued_at)
    return _("%(release)s, issued on %(day)s.") % {
        "release": ordinal_words(release.number),
        "day": date_format(issued, "j F Y"),
    }
