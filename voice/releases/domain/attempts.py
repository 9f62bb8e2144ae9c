"""Attacking a release before anybody signs it."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import cast

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.releases.attacked import attack_sentences, by_itself
from voice.releases.logic.intruder.attacking import attack
from voice.releases.logic.intruder.findings import Findings
from voice.releases.logic.leaving_out import leavable, spelt
from voice.releases.logic.material import Material
from voice.releases.models import Attempt, Release
from voice.releases.queries.intruder import sight_of


class CouldBeWorkedOut(Exception):
    """Somebody's answer could be worked out, or whether it can was not settled.

    `reasons` are sentences for people; `leave_out` names the tables without which it
    could be released, as voice.releases.logic.leaving_out spells them.
    """

    def __init__(self, reasons: Sequence[str], leave_out: Sequence[str]) -> None:
        self.reasons = list(reasons)
        self.leave_out = list(leave_out)
        super().__init__(" ".join(self.reasons))


class RoundCouldBeWorkedOut(CouldBeWorkedOut):
    """An earlier round from elsewhere gives a small number away."""

    def __init__(self, title: str) -> None:
        reason = _(
            "The earlier round “%(title)s” tells a small number to the last person. "
            "Take it out first."
        ) % {"title": title}
        super().__init__([reason], [])


def withstand(release: Release, *, material: Material | None = None) -> Attempt:
    """Attack a waiting release and keep that it held; raises CouldBeWorkedOut.

    `material` is what it was just made from; without it the survey is read anew, and
    may have changed since.
    """
    sight = sight_of(release, material)
    for title, seen in sight.rounds.items():
        found = attack([seen], None, seconds=settings.DISCLOSURE_ATTACK_SECONDS)
        if not found.holds:
            raise RoundCouldBeWorkedOut(title)
    found = attack(
        sight.seen,
        sight.crowd,
        seconds=settings.DISCLOSURE_ATTACK_SECONDS,
        later=material is None,
    )
    if not found.holds:
        raise _refusal(found, release)
    return Attempt.objects.create(
        release=release,
        figures=found.figures,
        problems=found.problems,
        releases=len(sight.seen),
        milliseconds=round(1000 * found.seconds),
        changed=[spelt(place) for place in found.changed],
    )


def refusals_recorded[**P, R](step: Callable[P, R]) -> Callable[P, R]:
    """Write down that a step on a survey or release was refused, and for which tables.

    After the step was undone; never what was found. The step takes `by`.
    """

    @wraps(step)
    def tried(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return step(*args, **kwargs)
        except CouldBeWorkedOut as found:
            of, by = cast("Model", args[0]), cast("User", kwargs["by"])
            with transaction.atomic():
                record(
                    "releases.refuse_attackable",
                    of=of,
                    by=by,
                    leave_out=found.leave_out,
                )
            raise

    return tried


def _refusal(found: Findings, release: Release) -> CouldBeWorkedOut:
    """Return why a release is refused, and what could be left out of it."""
    places = [
        place for place in found.to_hide if place.kind in {"question", "apart", "theme"}
    ]
    leave_out = [spelt(place) for place in places]
    if found.ran_out_at:
        leave_out += by_itself(found.ran_out_at, release.tables)
    can_be = leavable(release.tables)
    return CouldBeWorkedOut(
        attack_sentences(found, release.tables),
        [one for one in dict.fromkeys(leave_out) if one in can_be],
    )
