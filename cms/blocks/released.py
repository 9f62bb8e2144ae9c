"""What of signed releases a page may show: quotes and figures, and nothing else."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cms.blocks.chosen import Groups
from surveys.enums import ResponseState
from voice.briefings.queries.blocks.results import parts_of
from voice.releases.models import Quote, Release
from voice.releases.presentation import ordinal_words
from voice.releases.queries import hash_of, standing_releases
from voice.replies.queries import evidence_for

# What the young person has taken back since is not put on a new page, nor left on one.
TAKEN_BACK = Q(comment__taken_back=True) | Q(
    comment__response__state=ResponseState.WITHDRAWN
)
SHOWN_OF_A_QUOTE = 90


def standing_quotes() -> QuerySet[Quote]:
    """Return the quotes of releases that stand, those taken back since left out."""
    return (
        Quote.objects.filter(release__in=standing_releases(), refused_by=None)
        .exclude(TAKEN_BACK)
        .select_related("release__recall")
        .prefetch_related("release__quotes")
    )


def releases_to_choose() -> list[Release]:
    """Return the releases that stand, the newest first, those altered since left out."""
    releases = (
        standing_releases()
        .select_related("survey__consultation")
        .prefetch_related("quotes")
        .order_by("-issued_at", "-pk")
    )
    return [one for one in releases if hash_of(one) == one.content_hash]


def quotes_to_choose() -> Groups:
    """Return each release that stands with its quotes, each release checked."""
    allowed = set(standing_quotes().values_list("pk", flat=True))
    return [
        (
            release_words(release),
            [
                (str(quote.pk), _quote_words(quote))
                for quote in release.quotes.all()
                if quote.pk in allowed
            ],
        )
        for release in releases_to_choose()
    ]


def quote_told(key: str) -> Quote | None:
    """Return the quote as it was signed; None when it may not be shown (any more)."""
    if not key.isdecimal():
        return None
    quote = standing_quotes().filter(pk=int(key)).first()
    if quote is None or evidence_for(quote.release) is None:
        return None
    return quote


def figures_to_choose() -> Groups:
    """Return each release that stands with its tables, each release checked."""
    return [
        (
            release_words(release),
            [(f"{release.pk}/{part.key}", part.title) for part in parts_of(release)],
        )
        for release in releases_to_choose()
    ]


def release_words(release: Release) -> str:
    """Return what a release is called where one is chosen."""
    return _("%(survey)s · %(ordinal)s") % {
        "survey": release.survey.title,
        "ordinal": ordinal_words(release.number),
    }


def _quote_words(quote: Quote) -> str:
    """Return how a quote is offered: its beginning, and its themes."""
    words = " ".join((quote.translation or quote.text).split())
    if len(words) > SHOWN_OF_A_QUOTE:
        words = words[:SHOWN_OF_A_QUOTE].rstrip() + "…"
    themes = ", ".join(map(str, quote.themes))
    return f"“{words}” ({themes})" if themes else f"“{words}”"
