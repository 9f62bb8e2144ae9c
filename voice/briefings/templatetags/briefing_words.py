"""Says bars, promises and silences in the words of the page."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.queries.heard import Bar, Voices
from voice.briefings.queries.promises import PromiseLine
from voice.releases.presentation import words_for
from voice.replies.enums import PromiseStanding
from voice.statement.templatetags.statement_words import day

register = template.Library()

KINDS = {
    PromiseStanding.ON_TRACK: "under_way",
    PromiseStanding.AT_RISK: "warning",
    PromiseStanding.LATE: "bad",
    PromiseStanding.KEPT: "proud",
    PromiseStanding.BROKEN: "bad",
    PromiseStanding.CHANGED: "warning",
}


@register.filter
def chart_rows(bars: Iterable[Bar]) -> list[dict[str, object]]:
    """Return the rows that the chart component draws: label, words, share."""
    return [
        {
            "label": bar.label,
            "words": bar_words(bar),
            "share": bar.share,
        }
        for bar in bars
    ]


def bar_words(bar: Bar) -> str:
    """Return a bar's figures as people read them: “45 (30%)”, or words alone."""
    first, *others = [words_for(figure) for figure in bar.figures]
    return f"{first} ({others[0]})" if others else first


@register.filter
def promise_kind(line: PromiseLine) -> str:
    """Return the kind of status tag (its shape and colour) for a promise."""
    return KINDS[line.told.standing]


@register.filter
def promise_words(line: PromiseLine) -> str:
    """Return how a promise stands; how late, when it is."""
    if line.days_late:
        return days_late(line.days_late)
    return str(line.told.standing.label)


@register.filter
def days_late(days: int) -> str:
    """Return “20 days late”."""
    return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days}


@register.filter
def gap_words(voices: Voices) -> str:
    """Return for how long children have not been heard."""
    if voices.last_on is None:
        return _("No evidence from children yet")
    return _("Nothing new from children since %(date)s") % {"date": day(voices.last_on)}
