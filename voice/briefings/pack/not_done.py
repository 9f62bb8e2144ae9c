"""What was not done, and why: refusals, promises late or broken, actions behind."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from voice.briefings.enums import DecisionState
from voice.briefings.logic.paper import Block, Item
from voice.briefings.models import Decision
from voice.briefings.pack.changed import due_words, is_given_up
from voice.briefings.pack.meetings import decision_item
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import (
    Section,
    heading,
    item,
    joined,
    listing,
    words,
)
from voice.briefings.queries.composing import day
from voice.briefings.queries.standing import actions_of
from voice.council.enums import BASE_LANGUAGE
from voice.replies.enums import PromiseStanding
from voice.replies.logic.coverage import wording_for
from voice.replies.models import Promise
from voice.statement.enums import ActionStatus
from voice.statement.models import Action, Area
from voice.young_editors.queries.without import gone_without


def what_was_not_done(scope: Scope, decisions: list[Decision]) -> Section:
    """Return the section; one query."""
    section = Section(_("What was not done, and why"))
    section.blocks = [
        *_refused(scope),
        *_titled(_("Promises not kept, late or moved"), _promises(scope)),
        *_titled(
            _("What the board agreed, and was not done"),
            _decisions(scope, decisions),
        ),
        *_titled(_("Given up, with the reason"), _given_up(scope)),
        *_titled(_("Published without the young editors’ yes"), _without_yes(scope)),
        *_titled(_("Actions behind, late or not started"), _actions(scope)),
    ]
    if not section.blocks:
        section.missing.append(
            _("Nothing is recorded as not done. Ask what was left out of the plan.")
        )
    return section


def _titled(title: str, items: Iterable[Item]) -> list[Block]:
    """Return a heading and a list, or nothing when there is nothing to list."""
    found = listing(items)
    return [heading(title), *found] if found else []


def _refused(scope: Scope) -> Iterable[Block]:
    """Yield what replies told young people would not be done, and why, as they read it."""
    for reply in scope.replies.values():
        if reply.release is None or reply.release.is_recalled:
            continue
        source = scope.number_of(reply.release)
        said = wording_for(reply.wordings.all(), language=BASE_LANGUAGE)
        if said and said.we_will_not:
            title = _("What we said we will not do: “%(title)s”")
            yield heading(title % {"title": reply.consultation.title})
            yield words(said.we_will_not, source=source)
            if said.why_not:
                yield words(said.why_not, source=source)


def _promises(scope: Scope) -> Iterable[Item]:
    """Yield each promise that is broken, changed, late, or has moved to a later date."""
    behind = {
        PromiseStanding.LATE,
        PromiseStanding.BROKEN,
        PromiseStanding.CHANGED,
    }
    for reply in scope.replies.values():
        for one in reply.promises.all():
            standing = one.standing(on=scope.today)
            if standing in behind or one.new_due_on:
                yield item(one.text, status=standing.label, detail=_promise_words(one))


def _promise_words(one: Promise) -> str:
    """Return who owns a promise, by when it was due, and why it was not kept."""
    moved = ""
    if one.new_due_on:
        moved = _("new date %(day)s") % {"day": day(one.new_due_on)}
    return joined(
        one.owner_title,
        _("by %(day)s") % {"day": day(one.due_on)},
        moved,
        one.reason or _("no reason is given"),
    )


def _decisions(scope: Scope, decisions: list[Decision]) -> Iterable[Item]:
    """Yield what the board agreed that is late, or will not be done."""
    for one in decisions:
        if one.state == DecisionState.NOT_DONE or one.days_late(scope.today):
            yield decision_item(scope, one)


def _given_up(scope: Scope) -> Iterable[Item]:
    """Yield the areas and actions that were withdrawn by the end of the period."""
    for theme in scope.key_themes:
        for area in theme.areas.all():
            parts: list[Area | Action] = [area, *area.actions.all()]
            for one in parts:
                on = timezone.localdate(one.withdrawn_at) if one.is_withdrawn else None
                if on is not None and on <= scope.until:
                    yield item(
                        f"{one.number} {one.title}",
                        status=_("Withdrawn"),
                        detail=joined(day(on), one.withdrawn_why),
                    )


def _without_yes(scope: Scope) -> Iterable[Item]:
    """Yield what went out in the period without their yes, and why; one query."""
    for one in gone_without(since=scope.since, until=scope.until):
        yield item(
            one.title,
            status=one.get_kind_display(),
            detail=joined(
                day(timezone.localdate(one.at)),
                *(
                    _("%(group)s had said “not yet”") % {"group": name}
                    for name in one.said_not_yet
                ),
                one.reason or _("there was no group to ask"),
            ),
        )


def _actions(scope: Scope) -> Iterable[Item]:
    """Yield each action that is red or amber, late, or not started."""
    waiting = ActionStatus.behind() | {ActionStatus.NOT_STARTED}
    for action in (one for theme in scope.key_themes for one in actions_of(theme)):
        if is_given_up(action):
            continue
        if action.status in waiting or action.days_late(scope.today):
            yield item(
                f"{action.number} {action.title}",
                status=action.get_status_display(),
                detail=_why(scope, action),
            )


def _why(scope: Scope, action: Action) -> str:
    """Return who owns an action, when it was due, and why it stands so."""
    return joined(
        action.owner_title,
        due_words(scope, action),
        action.reason or _("no reason is given"),
    )
