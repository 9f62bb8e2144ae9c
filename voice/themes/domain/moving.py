"""Putting a theme under another, at most one level down, and back up."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.history import keep_change, stands_as
from voice.themes.enums import ChangeKind, ThemeKind, ThemeState
from voice.themes.models import Theme


class NotThere(Exception):
    """A theme cannot be part of that one; nothing was changed."""

    sentence = gettext_lazy(
        "It cannot be part of that theme: themes have parts, and parts have none."
    )


@transaction.atomic
def move_theme(theme: Theme, *, parent: Theme | None, by: User) -> None:
    """Make a theme part of another, or let it stand alone; raises NotThere."""
    refuse_parent(theme, parent)
    if parent != theme.parent:
        put_under(theme, parent, by=by)
        record(
            "themes.move_theme", of=theme, by=by, parent=parent.pk if parent else None
        )


def may_be_under(theme: Theme, parent: Theme | None) -> bool:
    """Say whether `theme` can be part of `parent`: one level, one codebook, both in use.

    Standing alone it always can.
    """
    if parent is None:
        return True
    return (
        parent.pk != theme.pk
        and parent.codebook_id == theme.codebook_id
        and parent.parent_id is None
        and parent.state != ThemeState.RETIRED
        and parent.kind == theme.kind == ThemeKind.THEME
        and not (theme.pk and theme.children.exists())
    )


def refuse_parent(theme: Theme, parent: Theme | None) -> None:
    """Raise NotThere when `theme` cannot be part of `parent`."""
    if not may_be_under(theme, parent):
        raise NotThere


def put_under(theme: Theme, parent: Theme | None, *, by: User) -> None:
    """Save another parent, with its step of history; the caller asks and audits."""
    before = stands_as(theme)
    theme.parent = parent
    theme.save(update_fields=("parent",))
    keep_change(theme, ChangeKind.MOVED, before=before, by=by)
