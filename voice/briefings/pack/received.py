"""Who received it, and when: releases, what became evidence, and who decides."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.logic.paper import Item
from voice.briefings.pack.meetings import briefings_issued, meetings_held
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import Section, item, listing
from voice.briefings.queries.composing import day, issued_on
from voice.releases.models import Release
from voice.statement.models import KeyTheme


class Received(NamedTuple):
    """That something reached somebody on a day."""

    on: date
    item: Item


def who_received_it(scope: Scope) -> Section:
    """Return the section, in the order of time; three queries."""
    section = Section(_("Who received it, and when"))
    board = [*meetings_held(scope), *briefings_issued(scope)]
    found = [
        *_releases(scope),
        *_evidence(scope),
        *(Received(*one) for one in board),
    ]
    section.blocks = listing(one.item for one in sorted(found, key=lambda one: one.on))
    if not scope.standing:
        section.missing.append(_("Nobody has received anything: nothing is released."))
    elif not any(_pieces(one) for one in scope.key_themes):
        section.missing.append(
            _("Nothing that was released is evidence for the Statement of Action.")
        )
    return section


def _releases(scope: Scope) -> Iterable[Received]:
    """Yield each release of the period, and for whom it was made."""
    for one in scope.issued:
        on = issued_on(one)
        detail = _("%(day)s. For the board and for whoever decides: %(who)s.") % {
            "day": day(on),
            "who": one.survey.consultation.decision_maker,
        }
        if one.is_recalled:
            detail += " " + _recalled(one)
        yield Received(
            on,
            item(
                _("Release %(number)s of “%(survey)s”")
                % {"number": one.number, "survey": one.survey.title},
                status=_("Recalled") if one.is_recalled else _("Issued"),
                detail=detail,
            ),
        )


def _recalled(release: Release) -> str:
    """Return when a release was taken back, and why."""
    return _("Taken back on %(day)s: %(why)s") % {
        "day": day(timezone.localdate(release.recall.at)),
        "why": release.recall.why,
    }


def _pieces(key_theme: KeyTheme) -> int:
    """Return how many pieces of evidence a key theme has, as it was read."""
    pieces: int = key_theme.pieces  # type: ignore[attr-defined]
    return pieces


def _evidence(scope: Scope) -> Iterable[Received]:
    """Yield what of these releases became evidence for each key theme, and when."""
    within = Q(
        evidence__release__in=[one.pk for one in scope.standing],
        evidence__set_aside=None,
    )
    rows = KeyTheme.objects.filter(
        pk__in=[one.pk for one in scope.key_themes]
    ).annotate(
        cited=Count("evidence", filter=within),
        first=Min("evidence__added_at", filter=within),
        last=Max("evidence__added_at", filter=within),
    )
    for one in rows.order_by("number"):
        if not one.cited:
            continue
        first, last = timezone.localdate(one.first), timezone.localdate(one.last)
        pieces = ngettext(
            "%(number)s piece of evidence", "%(number)s pieces of evidence", one.cited
        ) % {"number": one.cited}
        when = day(first)
        if last != first:
            when = _("%(first)s to %(last)s") % {"first": when, "last": day(last)}
        yield Received(
            first,
            item(
                _("Before the board, under “%(key_theme)s”") % {"key_theme": one},
                status=pieces,
                detail=when,
            ),
        )
