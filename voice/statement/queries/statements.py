"""The statement from its key themes down to what its measures read."""

from django.db.models import Count, F, Prefetch, Q, QuerySet

from voice.accounts.models import User
from voice.statement.models import Action, Area, KeyTheme, Measure, Statement
from voice.statement.models.evidence import BY_CHILDREN, STANDS
from voice.statement.queries.evidence import every_evidence
from voice.statement.queries.updates import may_update, with_last_update

# What was recalled or set aside, is a file, or adults said, is none from children.
PIECES = Count(
    "evidence",
    filter=Q(
        **{
            f"evidence__{path}": value
            for path, value in (*STANDS.items(), *BY_CHILDREN.items())
        }
    ),
)


def current_statement() -> Statement | None:
    """Return the newest statement; None when there is none; one query."""
    return Statement.objects.first()


def measures_in_full() -> QuerySet[Measure]:
    """Return measures with their readings; two queries."""
    return Measure.objects.prefetch_related("readings").order_by("id")


def actions_in_full() -> QuerySet[Action]:
    """Return actions with owner, measures, readings and how much evidence they have.

    And when somebody last said how they stand (`said_at`).
    """
    return actions_in_short().prefetch_related(
        Prefetch("measures", queryset=measures_in_full())
    )


def actions_in_short() -> QuerySet[Action]:
    """Return the same without measures; one query."""
    return (
        with_last_update(Action.objects.all())
        .select_related("area__key_theme__statement", "owner", "task_group")
        .annotate(pieces=PIECES)
        .order_by("area__key_theme__number", "area__number", "id")
    )


def key_themes_in_full(statement: Statement) -> list[KeyTheme]:
    """Return a statement's key themes with everything under them; five queries."""
    return _key_themes_with(statement, actions_in_full())


def key_themes_in_short(statement: Statement) -> list[KeyTheme]:
    """Return a statement's key themes with areas and actions; three queries."""
    return _key_themes_with(statement, actions_in_short())


def _key_themes_with(statement: Statement, actions: QuerySet[Action]) -> list[KeyTheme]:
    """Return a statement's key themes with their areas and these actions."""
    areas = Area.objects.prefetch_related(Prefetch("actions", queryset=actions))
    return list(
        statement.key_themes.annotate(pieces=PIECES)
        .prefetch_related(Prefetch("areas", queryset=areas))
        .order_by("number")
    )


def action_in_full(pk: int) -> Action | None:
    """Return one action with its measures, notes and evidence; None if there is none."""
    return (
        actions_in_full()
        .filter(pk=pk)
        .prefetch_related(
            "notes__by",
            Prefetch(
                "evidence", queryset=every_evidence().order_by("-added_at", "-id")
            ),
        )
        .first()
    )


def own_actions(user: User) -> list[Action]:
    """Return the actions `user` may update as their owner, or in their task group.

    Open ones first, the soonest due at the top.
    """
    mine = actions_in_full().filter(may_update(user))
    return sorted(
        mine.order_by(F("due_on").asc(nulls_last=True), "id"),
        key=lambda action: action.is_done,
    )
