"""Making two themes of one: people choose which comments the new one is heard in."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy

from surveys.models import Comment
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.codebooks import add_theme
from voice.themes.domain.history import keep_change, stands_as
from voice.themes.domain.tags import tags_went
from voice.themes.enums import ChangeKind, ThemeState
from voice.themes.models import Tag, Theme


class NothingToSplit(Exception):
    """None of the comments says the theme; nothing was changed."""

    sentence = gettext_lazy("Choose at least one comment that goes to the other theme.")


class CannotSplit(Exception):
    """The comments cannot go there; nothing was changed."""

    sentence = gettext_lazy("Choose another theme in use, of the same codebook.")


@transaction.atomic
def split_theme(
    theme: Theme, *, name: str, sentence: str, comments: Iterable[Comment], by: User
) -> Theme:
    """Make a theme beside `theme`, and let it have the tags of `comments`.

    Raises NothingToSplit, CannotSplit and ThemeExists.
    """
    made = add_theme(
        theme.codebook,
        name=name,
        sentence=sentence,
        colour=theme.colour,
        parent=theme.parent,
        state=theme.state,
        by=by,
    )
    move_comments(theme, to=made, comments=comments, by=by)
    return made


@transaction.atomic
def move_comments(
    theme: Theme, *, to: Theme, comments: Iterable[Comment], by: User
) -> None:
    """Let `comments` say another theme instead. Raises NothingToSplit, CannotSplit."""
    same_book = to.codebook_id == theme.codebook_id and to.pk != theme.pk
    if not same_book or ThemeState.RETIRED in (theme.state, to.state):
        raise CannotSplit
    tags = Tag.objects.select_for_update().filter(
        theme=theme, comment__in=[comment.pk for comment in comments]
    )
    moved = [tag.pk for tag in tags]
    if not moved:
        raise NothingToSplit
    same = Tag.objects.filter(
        theme=to,
        comment=OuterRef("comment"),
        start=OuterRef("start"),
        end=OuterRef("end"),
    )
    chosen = Tag.objects.filter(pk__in=moved)
    doubles = list(chosen.filter(Exists(same)).values_list("pk", flat=True))
    Tag.objects.filter(pk__in=doubles).delete()
    chosen.order_by().update(theme=to)
    tags_went(to)
    keep_change(
        theme,
        ChangeKind.SPLIT,
        before=stands_as(theme),
        by=by,
        to=to.pk,
        moved=sorted(set(moved) - set(doubles)),
        doubles=doubles,
    )
    record("themes.split_theme", of=theme, by=by, to=to.pk, tags=len(moved))
