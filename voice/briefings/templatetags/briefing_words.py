"""Says bars, promises and silences in the words of the page."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import template
from django.utils.functional import Promise as Lazy
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from voice.briefings.enums import DecisionState
from voice.briefings.models import Decision, Headline
from voice.briefings.queries.heard import Bar, Voices
from voice.briefings.queries.promises import PromiseLine
from voice.briefings.queries.since_said import Said
from voice.council.enums import BASE_LANGUAGE
from voice.releases.logic.differences import Compared
from voice.releases.logic.protected import Code
from voice.releases.logic.tables import Figure, Reach
from voice.releases.presentation import words_for
from voice.replies.enums import PromiseStanding
from voice.statement.templatetags.statement_words import day

register = template.Library()

HALF = 50
KINDS = {
    PromiseStanding.ON_TRACK: "under_way",
    PromiseStanding.AT_RISK: "warning",
    PromiseStanding.LATE: "bad",
    PromiseStanding.KEPT: "proud",
    PromiseStanding.BROKEN: "bad",
    PromiseStanding.CHANGED: "warning",
}
COMPARED: dict[Compared, str | Lazy] = {
    Compared.MORE: gettext_lazy(
        "A larger share than in “%(before)s”; the numbers are far enough apart to say so."
    ),
    Compared.FEWER: gettext_lazy(
        "A smaller share than in “%(before)s”; the numbers are far enough apart to say "
        "so."
    ),
    Compared.TOO_CLOSE: gettext_lazy(
        "Too close to “%(before)s”, or too small, to say whether more or fewer say it."
    ),
    Compared.NOT_TOLD: gettext_lazy(
        "It cannot be compared with “%(before)s”: one is told in words."
    ),
}
DECISIONS = {
    DecisionState.OPEN: "under_way",
    DecisionState.DONE: "done",
    DecisionState.NOT_DONE: "warning",
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
    return words_of(bar.figures)


def words_of(figures: Sequence[Figure]) -> str:
    """Return a count with its share: “45 (30%)”, or words alone."""
    first, *others = [words_for(figure) for figure in figures]
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


@register.filter
def agreed_words(headline: Headline) -> tuple[str, str]:
    """Return a headline in the language of the page where there is one, and which."""
    return headline.told(get_language() or BASE_LANGUAGE)


@register.filter
def told_words(decision: Decision) -> tuple[str, str]:
    """Return what young people read of it, in the page's language if so, and which."""
    return decision.told_in(get_language() or BASE_LANGUAGE)


@register.filter
def decision_words(decision: Decision, on: date) -> str:
    """Return how something agreed stands on the day `on`; how late, when it is."""
    late = decision.days_late(on)
    return days_late(late) if late else str(DecisionState(decision.state).label)


@register.filter
def decision_kind(decision: Decision, on: date) -> str:
    """Return the kind of status tag (its shape and colour) for something agreed."""
    if decision.days_late(on):
        return "bad"
    return DECISIONS[DecisionState(decision.state)]


@register.filter
def said_words(said: Said) -> str:
    """Return what a thing said since is told as: its words, its question, its figures."""
    figures = words_of(said.figures)
    if said.question:
        return _("“%(words)s” to “%(question)s”: %(figures)s") % {
            "words": said.words,
            "question": said.question,
            "figures": figures,
        }
    return _("%(words)s: %(figures)s") % {"words": said.words, "figures": figures}


@register.filter
def compared_words(said: Said) -> str:
    """Return what may be said of it beside the round before; empty where none was."""
    if said.compared is None:
        return ""
    return str(COMPARED[said.compared]) % {"before": said.before}


@register.filter
def weight_words(reach: Reach) -> str:
    """Return what a reach lets one say, as somebody understands who knows no statistics.

    From half of those who could answer on, figures carry weight; under that they are a
    prompt to ask. The share is the released one, to the nearest 5.
    """
    share = reach["share"]
    if share["code"] == Code.PERCENT and (share["number"] or 0) >= HALF:
        return _("At least half of them answered. Ask about those who are missing.")
    return _("A prompt to ask, not a measure.")
