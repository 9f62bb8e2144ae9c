"""Which kept words may be quoted, and whether proposed quotes still may."""

from django.db.models import Exists, F, OuterRef, QuerySet

from surveys.models import Survey
from voice.moderation.enums import ReadingState
from voice.moderation.models import Concern, Decision, Reading
from voice.moderation.queries.kept import (
    Translated,
    kept_readings,
    kept_texts,
    kept_translations,
)
from voice.releases.models import Quote, Release
from voice.releases.queries.releases import quotes_of

KEPT = list(ReadingState.kept())


def quotable_readings(survey: Survey) -> QuerySet[Reading]:
    """Return the readings whose kept text may be quoted.

    Two yeses: the young person's own and the reader's. In no order of time.
    """
    return (
        kept_readings(survey)
        .filter(may_quote=True, comment__may_quote=True)
        .select_related("comment__question")
        .order_by("comment__question__position", "comment_id")
    )


def quotes_no_longer_allowed(release: Release) -> int:
    """Return how many of a release's quotes may no longer travel as they stand.

    One without a translation still may when somebody has approved one since.
    """
    readings = list(
        quotable_readings(release.survey).filter(comment__quotes__release=release)
    )
    texts = kept_texts(readings)
    translations = kept_translations(readings)
    allowed = {
        reading.comment_id: (texts[reading.pk], translations.get(reading.pk))
        for reading in readings
    }
    return sum(
        not _still_stands(quote, *allowed.get(quote.comment_id, ("", None)))
        for quote in quotes_of(release)
    )


def _still_stands(quote: Quote, text: str, translated: Translated | None) -> bool:
    """Say whether a quote is still what may be quoted."""
    if quote.text != text:
        return False
    if not quote.translation:
        return True
    return translated == (quote.translation, quote.translated_from)


def kept_words_were_dropped(release: Release) -> bool:
    """Say whether words a waiting release counted have been kept back since.

    True when a reader undid, withheld or passed on a comment that had been kept,
    or a concern was raised about one. What was heard in sessions is never counted; a
    quote of it is asked about above.
    """
    before = Decision.objects.filter(
        reading=OuterRef("reading"), version__lt=OuterRef("version"), state__in=KEPT
    )
    undone = Decision.objects.filter(
        reading__comment__survey=release.survey_id,
        reading__comment__session_note=None,
        at__gt=release.proposed_at,
    ).exclude(state__in=KEPT)
    raised = Concern.objects.filter(
        comment__survey=release.survey_id,
        comment__session_note=None,
        raised_at__gt=release.proposed_at,
        comment__reading__decisions__state__in=KEPT,
        comment__reading__decisions__at__lt=F("raised_at"),
    )
    return undone.filter(Exists(before)).exists() or raised.exists()
