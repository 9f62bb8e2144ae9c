"""Approving several comments of one screenful, each of which was opened and read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from surveys.queries.session_notes import written_up_by
from voice.accounts.models import User
from voice.moderation.domain.assigning import SCREENFUL
from voice.moderation.domain.errors import (
    CannotDecide,
    NeedsALookAlone,
    NotOpened,
    TooManyAtOnce,
)
from voice.moderation.domain.reading import approve_comment
from voice.moderation.models import Opening, Reading


@dataclass(frozen=True, slots=True)
class Approvals:
    """Which comments were approved, and which were not, with a sentence each."""

    approved: list[Reading] = field(default_factory=list)
    refused: list[tuple[Reading, str]] = field(default_factory=list)


def approve_screenful(
    chosen: Sequence[tuple[Reading, int]],
    *,
    may_count: bool,
    may_quote: bool,
    by: User,
) -> Approvals:
    """Approve each (reading, version seen) that `by` opened; say why of the others.

    Each is a decision of its own: one that is refused stops no other. A yes to
    quoting is given only where the child said yes. Raises TooManyAtOnce for more
    than a screenful.
    """
    if len(chosen) > SCREENFUL:
        raise TooManyAtOnce
    opened = set(
        Opening.objects.filter(
            by=by, reading__in=[reading.pk for reading, _ in chosen]
        ).values_list("reading", "version")
    )
    done = Approvals()
    for reading, version in chosen:
        try:
            _look_first(reading, is_opened=(reading.pk, version) in opened)
            approve_comment(
                reading,
                version=version,
                may_count=may_count,
                may_quote=may_quote and _may_say_yes(reading, by),
                by=by,
            )
        except CannotDecide as told:
            done.refused.append((reading, str(told.sentence)))
        else:
            done.approved.append(reading)
    return done


def _may_say_yes(reading: Reading, by: User) -> bool:
    """Say whether the child said yes, and `by` is not the one who told us so."""
    return reading.comment.may_quote and not written_up_by(reading.comment, by)


def _look_first(reading: Reading, *, is_opened: bool) -> None:
    """Raise NotOpened, or NeedsALookAlone for what screening put forward."""
    if not is_opened:
        raise NotOpened
    if reading.worry or reading.hints:
        raise NeedsALookAlone
