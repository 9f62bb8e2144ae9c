"""Changing the lists that screening looks for: each change makes the next version."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.logic.list_lines import changes
from voice.moderation.models import ScreeningList
from voice.moderation.queries.screening_lists import (
    ListName,
    Version,
    lines_at,
    version_now,
)


class ListChangedMeanwhile(CannotDecide):
    """Somebody else made a version since this one was shown."""

    sentence = gettext_lazy(
        "Somebody changed this list while you had it open. Nothing of yours was saved; "
        "it is still here. Look at the newest version, then save again."
    )


class NothingChanged(CannotDecide):
    """The list says this already."""

    sentence = gettext_lazy("That is what the list says already. Nothing was changed.")


@transaction.atomic
def change_list(
    name: ListName, *, lines: Sequence[str], seen: int, by: User
) -> ScreeningList:
    """Make `lines` the newest version of a list; `seen` is the one they came from.

    What waits to be read is screened with it at the next run of what is due; nothing
    that was raised is lowered. Raises ListChangedMeanwhile and NothingChanged.
    """
    now = version_now(name)
    if now.number != seen:
        raise ListChangedMeanwhile
    before = lines_at(now)
    if list(lines) == list(before):
        raise NothingChanged
    try:
        with transaction.atomic():
            row = ScreeningList.objects.create(
                kind=name.kind,
                language=name.language,
                number=seen + 1,
                lines=list(lines),
                made_by=by,
            )
    except IntegrityError:
        raise ListChangedMeanwhile from None
    added, removed = changes(before, lines)
    record(
        "moderation.change_list",
        of=row,
        by=by,
        list=str(name),
        number=row.number,
        added=len(added),
        removed=len(removed),
    )
    return row


def bring_back(name: ListName, *, number: int, seen: int, by: User) -> ScreeningList:
    """Make an older version the newest again, as a version of its own.

    Raises ScreeningList.DoesNotExist, and what change_list raises.
    """
    return change_list(name, lines=lines_at(Version(name, number)), seen=seen, by=by)
