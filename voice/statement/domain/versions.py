"""Freezing the whole statement as a body of the council adopted it."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.logic.plan import plan_hash
from voice.statement.models import Statement, StatementVersion
from voice.statement.queries.plan import newest_version, plan_of, version_hash

if TYPE_CHECKING:
    from voice.accounts.models import User


class CannotAdopt(Exception):
    """A version cannot be adopted as it is; the message is for people."""


@transaction.atomic
def adopt_version(
    statement: Statement,
    *,
    name: str,
    body: str,
    adopted_on: date,
    seen: str,
    by: "User",
) -> StatementVersion:
    """Freeze the whole plan as it stands under the next number, and return it.

    `seen` is the hash of the plan that whoever adopts it read (voice.statement.logic
    .plan.plan_hash). Raises CannotAdopt when it is another by now, when there is
    nothing in it, or for a day to come or before the last version.
    """
    locked = Statement.objects.select_for_update().get(pk=statement.pk)
    plan, last = plan_of(locked), newest_version(locked)
    refuse_day(locked, adopted_on)
    if not any(one["areas"] for one in plan["key_themes"]):
        raise CannotAdopt(_("There is nothing to adopt yet: write its areas first."))
    if plan_hash(plan) != seen:
        raise CannotAdopt(
            _("The plan was changed since you looked at it. Look at it once more.")
        )
    version = StatementVersion(
        statement=locked,
        number=last.number + 1 if last else 1,
        name=name.strip(),
        body=body.strip(),
        adopted_on=adopted_on,
        adopted_by=by,
        plan=plan,
    )
    version.content_hash = version_hash(version)
    version.save()
    record("statement.adopt_version", of=version, by=by, number=version.number)
    return version


def refuse_day(statement: Statement, day: date) -> None:
    """Raise CannotAdopt for a day to come, or before the last version was adopted."""
    if day > timezone.localdate():
        raise CannotAdopt(
            _("That day is still to come. Write it down once it was adopted.")
        )
    last = newest_version(statement)
    if last is not None and day < last.adopted_on:
        raise CannotAdopt(_("The version before was adopted after that day."))
