"""Making one theme of two: tags follow, and the one that goes says where to."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.codebooks import FallBackStays
from voice.themes.domain.history import keep_change, stands_as
from voice.themes.domain.moving import put_under
from voice.themes.domain.tags import tags_went
from voice.themes.enums import ChangeKind, ThemeKind, ThemeState
from voice.themes.key_themes import choose, chosen
from voice.themes.models import BlindCoding, Suggestion, Tag, Theme


class CannotMerge(Exception):
    """The two cannot become one; nothing was changed."""

    sentence = gettext_lazy("Choose another theme in use, of the same codebook.")


@transaction.atomic
def merge_themes(theme: Theme, *, into: Theme, by: User) -> None:
    """Retire `theme` and have everything tagged with it say `into`.

    A passage that said both says `into` once, by whoever said that first. Parts of
    `theme` become parts of `into`, or of what `into` is part of; its key theme of the
    Statement becomes that of `into` where that has none. Raises FallBackStays and
    CannotMerge.
    """
    themes = {
        row.pk: row
        for row in Theme.objects.select_for_update()
        .filter(pk__in=(theme.pk, into.pk))
        .order_by("pk")
    }
    gone, stays = themes[theme.pk], themes[into.pk]
    if gone.kind != ThemeKind.THEME:
        raise FallBackStays
    if not _can_merge(gone, stays):
        raise CannotMerge
    before = stands_as(gone)
    moved, doubles = _tags_follow(gone, stays)
    tags_went(stays)
    _codings_follow(gone, stays)
    Suggestion.objects.filter(theme=gone, accepted_at=None).delete()
    _parts_follow(gone, stays, by=by)
    if key_theme := not chosen(stays) and chosen(gone):
        choose(stays, key_theme, by=by)
    gone.state, gone.merged_into = ThemeState.RETIRED, stays
    gone.save(update_fields=("state", "merged_into"))
    keep_change(
        gone, ChangeKind.MERGED, before=before, by=by, moved=moved, doubles=doubles
    )
    record(
        "themes.merge_themes",
        of=gone,
        by=by,
        into=stays.pk,
        moved=len(moved),
        doubles=len(doubles),
    )
    theme.refresh_from_db()


def _can_merge(gone: Theme, stays: Theme) -> bool:
    """Say whether both are in use in one codebook, and are two."""
    return (
        gone.pk != stays.pk
        and gone.codebook_id == stays.codebook_id
        and ThemeState.RETIRED not in (gone.state, stays.state)
    )


def _tags_follow(gone: Theme, stays: Theme) -> tuple[list[int], list[int]]:
    """Move the tags; return the ids of those moved, and of those said twice (removed)."""
    same = Tag.objects.filter(
        theme=stays,
        comment=OuterRef("comment"),
        start=OuterRef("start"),
        end=OuterRef("end"),
    )
    tags = Tag.objects.filter(theme=gone).order_by("id")
    doubles = list(tags.filter(Exists(same)).values_list("pk", flat=True))
    Tag.objects.filter(pk__in=doubles).delete()
    moved = list(tags.values_list("pk", flat=True))
    tags.order_by().update(theme=stays)
    return moved, doubles


def _codings_follow(gone: Theme, stays: Theme) -> None:
    """Let blind codings say the theme that stays, so that agreement stays as it was."""
    for coding in BlindCoding.objects.filter(themes=gone):
        coding.themes.add(stays)
        coding.themes.remove(gone)


def _parts_follow(gone: Theme, stays: Theme, *, by: User) -> None:
    """Give the parts of the one to the other; a part that stays moves up first."""
    if stays.parent_id == gone.pk:
        put_under(stays, None, by=by)
    for part in gone.children.exclude(pk=stays.pk):
        put_under(part, _parent_for(stays), by=by)


def _parent_for(stays: Theme) -> Theme | None:
    """Return what parts may be under: the theme itself, or what it is part of."""
    if stays.kind != ThemeKind.THEME:
        return None
    return stays.parent or stays
