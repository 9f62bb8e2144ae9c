"""Declares, applies and takes back the rules that set hoaxes and duplicates aside.

By rule, never by hand: whatever matches goes, whatever it says, and all of it comes
back together. What was set aside is still read, to keep people safe.
"""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.domain.counting import uncount
from surveys.enums import ResponseState
from surveys.models import Response, SetAside, SetAsideRule, SetAsideRun, Survey
from surveys.queries.setting_aside import all_finished, meant_by
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User


class RuleChanged(Exception):
    """What a rule means is no longer what was previewed; look again."""

    def __init__(self, count: int) -> None:
        """Keep how many it is now."""
        super().__init__(
            _("Answers came meanwhile: it would now set aside %(count)d. Look again.")
            % {"count": count}
        )
        self.count = count


class RuleTakenBack(Exception):
    """Somebody took this rule back before you."""

    def __init__(self) -> None:
        super().__init__(_("This rule was taken back already."))


@transaction.atomic
def declare_rule(rule: SetAsideRule, *, previewed: int, by: "User") -> SetAsideRule:
    """Save a rule and apply it; `previewed` is how many its maker was told it means.

    Raises RuleChanged, and changes nothing, when that is another number now.
    """
    Survey.objects.select_for_update().get(pk=rule.survey_id)
    rule.looked_at = all_finished(rule.survey)
    meant = meant_by(rule)
    if len(meant) != previewed:
        raise RuleChanged(len(meant))
    newest = SetAsideRule.objects.filter(survey=rule.survey_id).aggregate(
        Max("version")
    )["version__max"]
    rule.version = (newest or 0) + 1
    rule.declared_by = by
    rule.save(force_insert=True)
    record(
        "surveys.declare_set_aside_rule",
        of=rule,
        by=by,
        survey=rule.survey_id,
        kind=rule.kind,
        version=rule.version,
        least=rule.least,
        seconds=rule.seconds,
    )
    _apply(rule, meant, by=by)
    return rule


@transaction.atomic
def take_rule_back(rule: SetAsideRule, *, why: str, by: "User") -> int:
    """Count again all that this rule alone set aside; return how many.

    Raises RuleTakenBack when somebody was first.
    """
    row = SetAsideRule.objects.select_for_update().get(pk=rule.pk)
    if not row.is_in_force:
        raise RuleTakenBack
    row.taken_back_by, row.taken_back_at = by, timezone.now()
    row.taken_back_why = why
    row.save()
    responses = list(row.set_asides.values_list("response_id", flat=True))
    row.set_asides.all().delete()
    others = SetAside.objects.filter(response=OuterRef("pk"))
    back = Response.objects.filter(
        ~Exists(others), pk__in=responses, state=ResponseState.SET_ASIDE
    ).update(state=ResponseState.FINISHED)
    SetAsideRun.objects.create(rule=row, by=by, responses=back, is_taken_back=True)
    record("surveys.take_back_set_aside_rule", of=row, by=by, responses=back)
    return back


def apply_rules(now: datetime) -> list[str]:
    """Apply every rule in force to what came since; for manage.py run_due.

    No words are opened where nothing was finished since a rule was last applied. Where
    something was, all are compared: a copy is known only beside what it repeats.

    A keyed hash of each comment would spare opening the old ones, and is not kept: it
    would tell whoever takes the database, without any key, who wrote the same words,
    and short words are guessed by how many wrote them (SECURITY.md, R42: plaintext is
    never indexed). Opening a survey's words again costs one key and stays in memory.
    """
    said = []
    rules = SetAsideRule.objects.filter(taken_back_at=None).select_related("survey")
    for rule in rules.defer("survey__questions").order_by("pk"):
        # Before looking, so that what is finished meanwhile is looked at next time.
        finished = all_finished(rule.survey)
        if finished == rule.looked_at:
            continue
        with transaction.atomic():
            new = _apply(rule, meant_by(rule), by=None)
            SetAsideRule.objects.filter(pk=rule.pk).update(looked_at=finished)
        if new:
            said.append(f"Set aside: {new} by rule {rule.pk}.")
    return said


def _apply(rule: SetAsideRule, meant: set[UUID], *, by: "User | None") -> int:
    """Set aside what a rule means and it has not set aside yet; return how many."""
    known = set(rule.set_asides.values_list("response_id", flat=True))
    rows = Response.objects.select_for_update().filter(
        pk__in=meant - known,
        state__in=[ResponseState.FINISHED, ResponseState.SET_ASIDE],
    )
    new = list(rows.order_by("pk").values_list("pk", flat=True))
    SetAside.objects.bulk_create(SetAside(rule=rule, response_id=pk) for pk in new)
    uncount(Response.objects.filter(pk__in=new))
    Response.objects.filter(pk__in=new).update(state=ResponseState.SET_ASIDE)
    if new or by:
        SetAsideRun.objects.create(rule=rule, by=by, responses=len(new))
        record("surveys.apply_set_aside_rule", of=rule, by=by, responses=len(new))
    return len(new)
