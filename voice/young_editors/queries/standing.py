"""Whether young editors said yes to words as they stand now."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch

from voice.young_editors.enums import Kind
from voice.young_editors.models import (
    EditorsAnswer,
    EditorsGroup,
    EditorsInvitation,
    ShownWords,
    WithoutYes,
)
from voice.young_editors.subjects import Subject, subject_of


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """What one group said last of a thing; `stands` says that no word changed since."""

    group: EditorsGroup
    invitation: EditorsInvitation
    answer: EditorsAnswer | None
    stands: bool

    @property
    def is_yes(self) -> bool:
        """Say whether their yes is to the words of now."""
        return bool(self.answer and self.answer.is_yes and self.stands)


@dataclass(frozen=True)
class Stand:
    """How a thing stands with the young editors; `reason` is why it may go without."""

    said: list[GroupSaid]
    reason: WithoutYes | None
    _asks_always: bool = field(default=False)

    @property
    def is_yes(self) -> bool:
        """Say whether every group that was asked says yes to the words of now."""
        return bool(self.said) and all(one.is_yes for one in self.said)

    @property
    def is_asked(self) -> bool:
        """Say whether any group was asked."""
        return bool(self.said)

    @cached_property
    def there_is_a_group(self) -> bool:
        """Say whether the house has any group that could be asked."""
        return EditorsGroup.objects.filter(ended_at=None).exists()

    @property
    def needs_reason(self) -> bool:
        """Say whether it goes out only with a reason that the board sees."""
        if self.is_yes or self.reason is not None:
            return False
        return self.is_asked or (self._asks_always and self.there_is_a_group)

    @property
    def said_not_yet(self) -> list[str]:
        """Return the groups that last said not yet, by name."""
        return [
            one.group.name
            for one in self.said
            if one.answer is not None and not one.answer.is_yes
        ]


def standing_of(subject: Subject) -> Stand:
    """Return how a thing stands with the young editors; four queries at most.

    A reply is always owed to them where there is a group to ask; a survey or a
    headline, where a group was asked. Each group's newest answer counts, and one that
    was asked and did not answer has not said yes. An invitation taken back before
    anybody answered was never asked.
    """
    return Stand(
        said=_newest(asked_of(subject.kind, subject.pk), subject.fingerprint),
        reason=WithoutYes.objects.filter(
            kind=subject.kind,
            object_id=subject.pk,
            fingerprint=subject.fingerprint,
        ).first(),
        _asks_always=subject.kind == Kind.REPLY,
    )


def asked_of(kind: Kind, pk: int) -> list[EditorsInvitation]:
    """Return every invitation to look at one thing, with what was shown and said."""
    return list(
        EditorsInvitation.objects.filter(kind=kind, object_id=pk)
        .select_related("group")
        .prefetch_related(_shown())
    )


def _shown() -> Prefetch[str]:
    """Return what brings the words shown, without the words, and the answers."""
    return Prefetch(
        "shown", ShownWords.objects.defer("passages").prefetch_related("answers")
    )


def newest_answer(invitation: EditorsInvitation) -> EditorsAnswer | None:
    """Return what the group said last, of an invitation read with what was shown."""
    answers = [one for shown in invitation.shown.all() for one in shown.answers.all()]
    return max(answers, key=lambda one: one.answered_at, default=None)


def stands(invitation: EditorsInvitation) -> bool:
    """Say whether what a group said last is to the words of now, or of the day it went out.

    Also where it said nothing yet, or where what it read is gone.
    """
    answer = newest_answer(invitation)
    if answer is None:
        return True
    subject = subject_of(invitation.kind, invitation.object_id)
    if subject is None or subject.is_out:
        return True
    return answer.shown.fingerprint == subject.fingerprint


def yes_to_earlier_words(
    invitations: Iterable[EditorsInvitation],
) -> list[EditorsInvitation]:
    """Return those whose yes does not count any more, as words changed since."""
    return [
        one
        for one in invitations
        if (answer := newest_answer(one)) and answer.is_yes and not stands(one)
    ]


def _newest(
    invitations: Iterable[EditorsInvitation], fingerprint: str
) -> list[GroupSaid]:
    """Return what each group said last, by its name."""
    found: dict[int, GroupSaid] = {}
    for one in invitations:
        answer = newest_answer(one)
        if answer is None and one.revoked_at is not None:
            continue
        before = found.get(one.group_id)
        if before and (answer is None or _is_later(before.answer, answer)):
            continue
        stands = bool(answer and answer.shown.fingerprint == fingerprint)
        found[one.group_id] = GroupSaid(one.group, one, answer, stands)
    return sorted(found.values(), key=lambda said: said.group.name)


def _is_later(one: EditorsAnswer | None, than: EditorsAnswer) -> bool:
    """Say whether `one` was given after `than`."""
    return one is not None and one.answered_at > than.answered_at
