"""Makes, changes and ends groups of young editors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from voice.audit.domain.record import record
from voice.young_editors.models import EditorsGroup

if TYPE_CHECKING:
    from voice.accounts.models import User


@transaction.atomic
def keep_group(
    group: EditorsGroup,
    *,
    name: str,
    about_how_many: int,
    supported_by: str,
    languages: Sequence[str],
    by: "User",
) -> EditorsGroup:
    """Save a new or changed group; raises ValidationError for one that is no group."""
    is_new = group.pk is None
    group.name, group.about_how_many = name, about_how_many
    group.supported_by, group.languages = supported_by, list(languages)
    if is_new:
        group.made_by = by
    group.full_clean()
    group.save()
    verb = "young_editors.make_group" if is_new else "young_editors.change_group"
    record(verb, of=group, by=by)
    return group


@transaction.atomic
def end_group(group: EditorsGroup, *, by: "User") -> EditorsGroup:
    """Say that a group meets no more; what it said stays. Twice is once."""
    row = EditorsGroup.objects.select_for_update().get(pk=group.pk)
    if row.ended_at is None:
        row.ended_at = timezone.now()
        row.save(update_fields=("ended_at",))
        record("young_editors.end_group", of=row, by=by)
    return row
