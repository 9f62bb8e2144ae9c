"""The safeguarding clocks: the last whole month of the period, protected as the board reads it."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.logic.paper import Item
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import Section, item, listing, words
from voice.briefings.queries.in_time import Kept, in_time
from voice.releases.logic.protected import Code
from voice.releases.presentation import words_for


def how_quickly_it_was_read(scope: Scope) -> Section:
    """Return the section; five queries.

    One month alone, the one that the board's page told: more of them, worked out again
    today, could be held against what that page said then.
    """
    section = Section(_("How quickly it was read, and worries acted on"))
    told = in_time(on=_day_after(scope))
    section.blocks = [
        words(
            _("In %(month)s, the last whole month of the period.")
            % {"month": date_format(told.month, "F Y")}
        ),
        *listing(
            [
                _clock(_("Comments read in time"), told.comments),
                _clock(_("Concerns decided in time"), told.concerns),
            ]
        ),
    ]
    return section


def _day_after(scope: Scope) -> date:
    """Return the day after the period; today when that is not over."""
    return min(scope.until + timedelta(days=1), scope.today)


def _clock(name: str, kept: Kept) -> Item:
    """Return how one clock was kept; in words where few were."""
    if kept.share["code"] == Code.NOT_SHOWN:
        return item(name, status=_("Too few to say"))
    detail = ""
    if kept.longest_days is not None:
        detail = ngettext(
            "The longest wait was %(days)s working day.",
            "The longest wait was %(days)s working days.",
            kept.longest_days,
        ) % {"days": kept.longest_days}
    share = _("%(share)s of %(of)s") % {
        "share": words_for(kept.share),
        "of": words_for(kept.of),
    }
    return item(name, status=share, detail=detail)
