"""Says how things stand in the words and shapes of the public pages."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy, ngettext

from voice.replies.enums import PromiseStanding
from voice.statement.enums import ActionStatus
from voice.statement.queries.public import PublicAction

register = template.Library()

STANDING_KINDS = {
    PromiseStanding.KEPT: "proud",
    PromiseStanding.ON_TRACK: "good",
    PromiseStanding.AT_RISK: "warning",
    PromiseStanding.CHANGED: "warning",
    PromiseStanding.LATE: "bad",
    PromiseStanding.BROKEN: "bad",
}


@register.filter
def standing_kind(standing: PromiseStanding) -> str:
    """Return the kind of components/status_tag.html for how a promise stands."""
    return STANDING_KINDS[standing]


PLAIN: dict[ActionStatus, Lazy] = {
    ActionStatus.NOT_STARTED: gettext_lazy("We have not started"),
    ActionStatus.RED: gettext_lazy("This is not going well"),
    ActionStatus.AMBER: gettext_lazy("This is slower than we said"),
    ActionStatus.GREEN: gettext_lazy("We are doing this"),
    ActionStatus.COMPLETE: gettext_lazy("We have done this"),
    ActionStatus.MAKING_A_DIFFERENCE: gettext_lazy(
        "Done, and young people say it helps"
    ),
}
PICTURES = {
    ActionStatus.NOT_STARTED: "writing",
    ActionStatus.RED: "late",
    ActionStatus.AMBER: "late",
    ActionStatus.GREEN: "promise",
    ActionStatus.COMPLETE: "done",
    ActionStatus.MAKING_A_DIFFERENCE: "change",
}


@register.filter
def status_in_plain_words(status: ActionStatus) -> str:
    """Return how an action stands, as somebody says it who has to do it."""
    return str(PLAIN[status])


@register.filter
def status_picture(status: ActionStatus) -> str:
    """Return the drawing of static/img/easy for a status."""
    return PICTURES[status]


@register.filter
def in_easy_read(
    counts: Iterable[tuple[ActionStatus, int]],
) -> list[tuple[ActionStatus, int]]:
    """Return the counts with red and amber as one: easy read does not tell them apart."""
    counts = list(counts)
    behind = sum(number for one, number in counts if one in ActionStatus.behind())
    others = [pair for pair in counts if pair[0] not in ActionStatus.behind()]
    return [*([(ActionStatus.RED, behind)] if behind else []), *others]


@register.filter
def status_in_easy_read(status: ActionStatus, number: int) -> str:
    """Return how many actions stand so, in one short sentence."""
    if status == ActionStatus.NOT_STARTED:
        words = ngettext(
            "We have not started %(number)s thing.",
            "We have not started %(number)s things.",
            number,
        )
    elif status in ActionStatus.behind():
        words = ngettext(
            "%(number)s thing is not going well enough.",
            "%(number)s things are not going well enough.",
            number,
        )
    elif status == ActionStatus.GREEN:
        words = ngettext(
            "We are doing %(number)s thing.", "We are doing %(number)s things.", number
        )
    elif status == ActionStatus.COMPLETE:
        words = ngettext(
            "We have done %(number)s thing.", "We have done %(number)s things.", number
        )
    else:
        words = ngettext(
            "Young people say that %(number)s thing we did helps.",
            "Young people say that %(number)s things we did help.",
            number,
        )
    return words % {"number": number}


@register.filter
def late_on(action: PublicAction, on: date) -> bool:
    """Say whether an action is past the day that was agreed, on the day `on`."""
    return action.is_late(on)
