"""Saying that a comment, or a passage of its kept text, says a theme."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from surveys.models import Comment
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings
from voice.themes.enums import ThemeState
from voice.themes.models import BasketQuote, Suggestion, Tag, Theme
from voice.themes.queries.agreement import hidden_while_coded_blind
from voice.themes.queries.suggestions import shows_suggestions
from voice.themes.tags_changed import tags_changed


class CannotTag(Exception):
    """Something stands in the way of a tag; nothing was changed."""

    sentence = gettext_lazy("That cannot be tagged. Nothing was changed.")


class NotKept(CannotTag):
    """The comment is not, or is no longer, among those that may travel on."""

    sentence = gettext_lazy(
        "This comment is not for tagging now: it waits to be read, or was kept back."
    )


class BeingCodedBlind(CannotTag):
    """People are coding the comment apart, and are not to come across what it says."""

    sentence = gettext_lazy(
        "This comment is being coded apart. It can be tagged once everybody is done."
    )


class ThemeNotInUse(CannotTag):
    """The theme is retired, or of a codebook for other consultations."""

    sentence = gettext_lazy("This theme is not in use here.")


class NoSuchPassage(CannotTag):
    """The passage is empty or not inside the kept text."""

    sentence = gettext_lazy("Select some of the comment's words first.")


@transaction.atomic
def tag_comment(
    comment: Comment,
    *,
    theme: Theme,
    by: User,
    start: int = 0,
    end: int = Tag.WHOLE,
    suggestion: Suggestion | None = None,
    is_unaided: bool | None = None,
) -> Tag:
    """Say that the kept text of `comment`, from `start` to `end`, says `theme`.

    `suggestion` is the proposal being accepted. `is_unaided` says that none was on the
    screen; not said, it is so where none are shown for the comment. The same tag twice
    is one tag. Raises NotKept, BeingCodedBlind, ThemeNotInUse, NoSuchPassage.
    """
    start, end = hold_passage(comment, start=start, end=end)
    # Held, so that it is not merged or retired meanwhile.
    held = Theme.objects.select_for_update().get(pk=theme.pk)
    serves = theme.codebook.consultations.filter(surveys=comment.survey_id)
    if held.state == ThemeState.RETIRED or not serves.exists():
        raise ThemeNotInUse
    if is_unaided is None:
        is_unaided = not shows_suggestions(comment)
    tag, is_new = Tag.objects.get_or_create(
        comment=comment,
        theme=theme,
        start=start,
        end=end,
        defaults={
            "by": by,
            "suggestion": suggestion,
            "is_unaided": is_unaided and suggestion is None,
        },
    )
    if is_new:
        record("themes.tag", of=tag, by=by, **said_of(tag))
        tags_changed(comment.question_id)
    return tag


def hold_passage(comment: Comment, *, start: int, end: int) -> tuple[int, int]:
    """Return the passage of a kept text, held so that nobody undoes its reading.

    Every word of it is the whole of it. Raises NotKept, BeingCodedBlind and
    NoSuchPassage; called inside a transaction.
    """
    Reading.objects.select_for_update().filter(comment=comment).first()
    reading = kept_readings().filter(comment=comment).first()
    if reading is None:
        raise NotKept
    if hidden_while_coded_blind().filter(pk=comment.pk).exists():
        raise BeingCodedBlind
    if (start, end) == (0, Tag.WHOLE):
        return start, end
    length = len(reading.kept_text())
    if not 0 <= start < end <= length:
        raise NoSuchPassage
    return (0, Tag.WHOLE) if (start, end) == (0, length) else (start, end)


@transaction.atomic
def remove_tag(tag: Tag, *, by: User) -> None:
    """Take a tag back; the audit keeps that it was there."""
    record("themes.remove_tag", of=tag, by=by, **said_of(tag))
    question = tag.comment.question_id
    tag.delete()
    tags_changed(question)


def tags_went(theme: Theme) -> None:
    """Tell those who learn from tags that some came to `theme` from another."""
    asked = Tag.objects.filter(theme=theme).order_by().values("comment__question")
    for question in sorted({row["comment__question"] for row in asked.distinct()}):
        tags_changed(question)


def said_of(tag: Tag) -> dict[str, object]:
    """Return what the audit keeps of a tag: ids and places, never words."""
    return passage_of(tag) | {"theme": tag.theme_id}


def passage_of(row: Tag | BasketQuote) -> dict[str, object]:
    """Return where in which comment a tag or a mark is, as the audit keeps it."""
    return {"comment": str(row.comment_id), "start": row.start, "end": row.end}
