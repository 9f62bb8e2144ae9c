"""Reads of thanks and of those they may go to."""

from django.db.models import QuerySet

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.enums import HintKind
from voice.moderation.logic.named import name_words, named_in
from voice.moderation.logic.others import Piece, besides
from voice.moderation.logic.screening import screen
from voice.moderation.models import Reading, Thanks
from voice.moderation.queries.screening_lists import lists_now

AT_THE_DESK = sorted(role.value for role in Role.at_the_desk())


def may_be_thanked() -> QuerySet[User]:
    """Return everybody who works at the desk, by name."""
    return (
        User.objects.filter(is_active=True, groups__name__in=AT_THE_DESK)
        .distinct()
        .order_by("name")
    )


def thanks_from(reading: Reading) -> QuerySet[Thanks]:
    """Return the letters that carry a comment's words, with who sent them to whom."""
    return Thanks.objects.filter(reading=reading).select_related("to", "by")


def told_besides(words: str, *, to: User | None = None) -> list[Piece]:
    """Return what screening finds in words besides the name of whom they thank, if any.

    Whoever else works at the desk and is named is found even where screening takes
    their name for a word. It misses things: the reader's own yes is asked for as well.
    """
    thanked = to.name if to else ""
    found = besides(words, screen(words, lists=lists_now()).hints, name=thanked)
    own = set(name_words(thanked))
    here = dict(may_be_thanked().values_list("pk", "name"))
    names = {pk: name for pk, name in here.items() if to is None or pk != to.pk}
    others = {
        pk: " ".join(word for word in name_words(name) if word not in own)
        for pk, name in names.items()
    }
    named = named_in(words, others)
    workers = [Piece(HintKind.WORKER.value, names[pk]) for pk in names if pk in named]
    return [*found, *workers]
