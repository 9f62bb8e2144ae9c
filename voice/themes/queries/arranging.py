"""Which comments of a question come to be tagged, and in what order.

Rows are found and put in order by their numbers alone; what a page shows is read for
that page only, so that a long list costs what a short one does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import MD5, Cast, Concat

from surveys.enums import Company, HelpedBy
from surveys.models import Question
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings
from voice.moderation.queries.kept_rows import decided_to_keep
from voice.themes.enums import Beside, Order
from voice.themes.models import Suggestion, Tag
from voice.themes.queries.agreement import hidden_while_coded_blind, not_coded_blind
from voice.themes.queries.alike import alike_first, like_first
from voice.themes.queries.remembering import remembered
from voice.themes.queries.tagging import held_back_of

ALONE = [HelpedBy.NOT_SAID, HelpedBy.NOBODY]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """How somebody has the comments of one question before them.

    `seed` shuffles, and `like` is the comment that others are likened to. `staying` is
    the comment that is open: it stays among those without a theme, so that it can be
    given several.
    """

    order: Order = Order.OLDEST
    seed: int = 0
    like: UUID | None = None
    untagged: bool = False
    staying: UUID | None = None
    age_band: str = ""
    language: str = ""
    beside: Beside | None = None

    @property
    def is_narrowed(self) -> bool:
        """Say whether only some of the comments are wanted."""
        return bool(self.untagged or self.age_band or self.language or self.beside)


def arranged(question: Question, arrangement: Arrangement) -> list[int]:
    """Return the rows of the kept readings that are wanted, in the order wanted.

    Of a very long list the order may be a minute old; what is tagged is not.
    """
    said = repr((question.pk, replace(arrangement, untagged=False, staying=None)))
    rows = remembered(
        f"themes-arranged-{sha256(said.encode()).hexdigest()}",
        lambda: _ordered(question, arrangement),
        length=len,
    )
    if not arrangement.untagged:
        return rows
    tagged = _tagged(question)
    staying = arrangement.staying and row_of(arrangement.staying)
    return [row for row in rows if row not in tagged or row == staying]


def _tagged(question: Question) -> set[int]:
    """Return the rows of the readings of the question that have a tag."""
    tags = Tag.objects.filter(comment=OuterRef("comment")).order_by()
    rows = decided_to_keep([question.pk]).filter(Exists(tags))
    return set(rows.values_list("pk", flat=True))


def _ordered(question: Question, arrangement: Arrangement) -> list[int]:
    """Return the rows wanted, tagged or not, in the order wanted."""
    left_out = _left_out(question)
    rows = _in_order(question, arrangement)
    return [row for row in rows if row not in left_out]


def _left_out(question: Question) -> set[int]:
    """Return the rows that may not travel on now, or are being coded blind."""
    blind = Reading.objects.filter(
        question=question,
        comment__in=hidden_while_coded_blind().filter(question=question),
    )
    held = held_back_of(question.survey_id).get(question.pk, set())
    return held | set(blind.order_by().values_list("pk", flat=True))


def _in_order(question: Question, arrangement: Arrangement) -> list[int]:
    """Return the rows that somebody kept, of those wanted, in the order wanted."""
    found = _wanted(question, arrangement)
    match arrangement.order:
        case Order.ALIKE:
            return _by(alike_first(question), found)
        case Order.LIKE:
            return _by(like_first(question, arrangement.like), found)
        case Order.NEWEST:
            found = found.order_by("-arrived_at", "-id")
        case Order.RANDOM:
            found = found.order_by(_shuffled(arrangement.seed), "id")
        case Order.HARDEST:
            found = found.order_by(_certainty().asc(nulls_first=True), "id")
        case _:
            found = found.order_by("arrived_at", "id")
    return list(found.values_list("pk", flat=True))


def has_suggestions(question: Question) -> bool:
    """Say whether the machine proposed anything about comments of the question."""
    return Suggestion.objects.filter(comment__question=question).exists()


def row_of(comment: UUID) -> int | None:
    """Return the row of a comment's reading."""
    return Reading.objects.filter(comment=comment).values_list("pk", flat=True).first()


def readings_at(rows: Sequence[int]) -> list[Reading]:
    """Return the kept readings of these rows, in this order, with their tags."""
    there = {
        reading.pk: reading
        for reading in not_coded_blind(kept_readings())
        .filter(pk__in=list(rows))
        .select_related("comment__survey")
        .prefetch_related(
            Prefetch("comment__tags", Tag.objects.select_related("theme", "by"))
        )
    }
    return [there[row] for row in rows if row in there]


def _wanted(question: Question, arrangement: Arrangement) -> QuerySet[Reading]:
    """Return the readings of the question that somebody kept and that are wanted."""
    found = decided_to_keep([question.pk])
    if arrangement.age_band:
        found = found.filter(comment__age_band=arrangement.age_band)
    if arrangement.language:
        found = found.filter(comment__language=arrangement.language)
    if arrangement.beside:
        found = found.filter(_was(arrangement.beside))
    return found


def _was(beside: Beside) -> Q:
    """Return the condition for who was beside whoever said it."""
    if beside == Beside.SESSION:
        return Q(comment__session_note__isnull=False)
    alone = Q(comment__response__helped_by__in=ALONE) & ~Q(
        comment__response__company=Company.HELPING
    )
    if beside == Beside.HELPED:
        return Q(comment__response__isnull=False) & ~alone
    return Q(comment__response__isnull=False) & alone


def _shuffled(seed: int) -> MD5:
    """Return an order by chance that is the same for everybody with this seed.

    What comes later takes its place among the others and leaves them where they are.
    """
    return MD5(Concat(Cast("comment_id", CharField()), Value(f"/{seed}")))


def _certainty() -> F:
    """Return how sure the machine is of its best proposal; nothing without one."""
    best = Suggestion.objects.filter(comment=OuterRef("comment")).order_by("-score")
    return Subquery(best.values("score")[:1])  # type: ignore[return-value]


def _by(order: Sequence[int], found: QuerySet[Reading]) -> list[int]:
    """Return the rows found, in `order`; those it does not know come last."""
    places = {row: place for place, row in enumerate(order)}
    rows = found.order_by("arrived_at", "id").values_list("pk", flat=True)
    return sorted(rows, key=lambda row: places.get(row, len(places)))
