"""What the board had before it: meetings, what they agreed, and briefings issued."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.enums import BriefingState
from voice.briefings.logic.paper import Item
from voice.briefings.models import Briefing, Decision
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import days_late, item, joined
from voice.briefings.queries.composing import day
from voice.briefings.queries.meetings import meetings_kept


def meetings_held(scope: Scope) -> Iterable[tuple[date, Item]]:
    """Yield each meeting of the board in the period, with its day; one query."""
    held = meetings_kept().filter(on__range=(scope.since, scope.until))
    for one in held.annotate(agreed=Count("decisions")).order_by("on"):
        agreed = ngettext(
            "%(number)s thing agreed", "%(number)s things agreed", one.agreed
        )
        yield (
            one.on,
            item(
                _("The board met: %(name)s") % {"name": one.name},
                status=agreed % {"number": one.agreed} if one.agreed else "",
                detail=day(one.on),
            ),
        )


def briefings_issued(scope: Scope) -> Iterable[tuple[date, Item]]:
    """Yield each briefing issued in the period, and when it was opened; one query."""
    rows = (
        Briefing.objects.filter(
            state=BriefingState.ISSUED,
            issued_at__date__range=(scope.since, scope.until),
        )
        .defer("paper")
        .annotate(
            readers=Count("openings"),
            first=Min("openings__first_at"),
        )
        .order_by("issued_at", "pk")
    )
    for one in rows:
        on = timezone.localdate(one.issued_at)
        opened = _("nobody has opened it")
        if one.readers:
            opened = ngettext(
                "opened by %(number)s reader, first on %(day)s",
                "opened by %(number)s readers, first on %(day)s",
                one.readers,
            ) % {"number": one.readers, "day": day(timezone.localdate(one.first))}
        yield (
            on,
            item(
                _("Briefing: %(title)s") % {"title": one.title},
                status=_("Issued"),
                detail=joined(
                    day(on),
                    _("for %(audience)s, meeting on %(day)s")
                    % {"audience": one.audience, "day": day(one.meeting_on)},
                    opened,
                ),
            ),
        )


def decisions_in(scope: Scope) -> list[Decision]:
    """Return what meetings of the period agreed on these key themes; one query."""
    themes = Q(key_theme__in=[one.pk for one in scope.key_themes])
    if scope.is_whole:
        themes |= Q(key_theme=None)
    return list(
        Decision.objects.filter(
            themes,
            meeting__on__range=(scope.since, scope.until),
            meeting__is_cancelled=False,
        )
        .select_related("meeting")
        .order_by("meeting__on", "due_on", "id")
    )


def decision_item(scope: Scope, one: Decision) -> Item:
    """Return what was agreed: whose, by when, how it stands and what came of it."""
    late = one.days_late(scope.today)
    return item(
        one.what,
        status=days_late(late) if late else one.get_state_display(),
        detail=joined(
            one.owner_title,
            _("by %(day)s") % {"day": day(one.due_on)},
            _("agreed on %(day)s") % {"day": day(one.meeting.on)},
            one.came_of_it,
        ),
    )
