"""All actions of a statement as a list: found, narrowed and sorted."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, IntegerField, Q, QuerySet, TextChoices, When
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import ActionStatus
from voice.statement.models import Action, Statement
from voice.statement.queries.updates import heard_before, with_last_update


class Only(TextChoices):
    """Actions somebody should ask about."""

    LATE = "late", _("Past their date")
    SILENT = "silent", _("Not updated in time")
    UNOWNED = "unowned", _("Nobody signs in to update them")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Order(TextChoices):
    """How the list is sorted."""

    PLAN = "plan", _("The plan")
    DUE = "due", _("Due date, the soonest first")
    STATUS = "status", _("Status, the worst first")
    UPDATED = "updated", _("Last update, the oldest first")
    OWNER = "owner", _("Owner")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; empty or 0 is “all”."""

    words: str = ""
    status: str = ""
    key_theme: int = 0
    owner: str = ""
    group: int = 0
    only: str = ""
    order: str = Order.PLAN


IN_THE_PLAN = ("area__key_theme__number", "area__number", "id")
WORST_FIRST = Case(
    *(
        When(status=status, then=place)
        for place, status in enumerate(ActionStatus.worst_first())
    ),
    output_field=IntegerField(),
)
ORDERS: dict[Order, tuple[str | Combinable, ...]] = {
    Order.PLAN: (),
    Order.DUE: (F("due_on").asc(nulls_last=True),),
    Order.STATUS: (WORST_FIRST,),
    Order.UPDATED: ("heard_at",),
    Order.OWNER: ("owner_title",),
}


def actions_of(statement: Statement) -> QuerySet[Action]:
    """Return every action of a statement with its place, owner and last update."""
    return with_last_update(
        Action.objects.filter(area__key_theme__statement=statement)
    ).select_related("area__key_theme__statement", "owner", "task_group")


def actions_wanted(
    statement: Statement, wanted: Wanted, *, on: date
) -> QuerySet[Action]:
    """Return the actions looked for on the day `on`, in the order asked for.

    What was withdrawn is found where it alone is asked for.
    """
    found = actions_of(statement)
    for word in wanted.words.split():
        found = found.filter(_says(word))
    plain = {
        "status": wanted.status,
        "area__key_theme": wanted.key_theme,
        "owner_title": wanted.owner,
        "task_group": wanted.group,
    }
    found = found.filter(**{name: value for name, value in plain.items() if value})
    if wanted.only == Only.WITHDRAWN:
        found = found.exclude(withdrawn_at=None)
    else:
        found = found.filter(withdrawn_at=None)
        found = found.filter(_to_ask_about(wanted.only, statement, on))
    return found.order_by(*ORDERS[Order(wanted.order)], *IN_THE_PLAN)


def owner_titles(statement: Statement) -> list[str]:
    """Return the job titles that own actions of a statement, each once."""
    titles = Action.objects.filter(area__key_theme__statement=statement)
    return list(
        titles.order_by("owner_title").values_list("owner_title", flat=True).distinct()
    )


def _says(word: str) -> Q:
    """Return the condition for actions that a word is in."""
    return (
        Q(title__icontains=word)
        | Q(owner_title__icontains=word)
        | Q(reason__icontains=word)
        | Q(area__title__icontains=word)
        | Q(number__istartswith=word)
        | Q(area__number__istartswith=word)
    )


def _to_ask_about(only: str, statement: Statement, on: date) -> Q:
    """Return the condition for actions to ask about on the day `on`; all for nothing."""
    if not only:
        return Q()
    open_ones = ~Q(status__in=sorted(ActionStatus.done()))
    if only == Only.LATE:
        return open_ones & Q(due_on__lt=on)
    if only == Only.SILENT:
        return open_ones & Q(heard_at__lt=heard_before(statement, on=on))
    nobody = Q(owner=None) | Q(owner__is_active=False)
    return open_ones & nobody & Q(task_group__members=None)
