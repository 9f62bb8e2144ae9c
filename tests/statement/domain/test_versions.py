from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    MeasureReadingFactory,
)
from voice.audit.models import Entry
from voice.statement.domain.actions import edit_action
from voice.statement.domain.versions import CannotAdopt, adopt_version
from voice.statement.domain.withdrawing import withdraw_action
from voice.statement.logic.comparing import compare
from voice.statement.logic.plan import plan_hash
from voice.statement.models import StatementVersion
from voice.statement.models.statement_version import VersionIsFrozen
from voice.statement.queries.plan import VersionAltered, plan_of, verified_version

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def action():
    return MeasureReadingFactory().measure.action


@pytest.fixture
def adopt(worker):
    def adopted(statement, **more):
        given = {
            "name": "Submission",
            "body": "Executive",
            "adopted_on": date(2026, 1, 8),
            "seen": plan_hash(plan_of(statement)),
            "by": worker,
        }
        return adopt_version(statement, **(given | more))

    return adopted


def statement_of(action):
    return action.area.key_theme.statement


def test_version_freezes_the_whole_plan_and_its_making_is_audited(action, adopt):
    version = adopt(statement_of(action))
    plan = StatementVersion.objects.get().plan
    assert plan == plan_of(statement_of(action))
    frozen = plan["key_themes"][0]["areas"][0]["actions"][0]
    assert (frozen["owner"], frozen["measures"][0]["latest"]["value"]) == (
        "Head of Social Work",
        "75%",
    )
    assert (version.number, str(version)) == (1, "1 Submission")
    assert Entry.objects.filter(verb="statement.adopt_version").count() == 1


def test_version_holds_nobodys_name(adopt):
    owner = UserFactory(owner=True, name="Plumzebra Quill")
    action = ActionFactory(owner=owner)
    version = adopt(statement_of(action))
    assert "Plumzebra" not in str(version.plan)


def test_version_stays_as_it_was_while_the_plan_goes_on(action, adopt, worker):
    statement = statement_of(action)
    first = adopt(statement)
    edit_action(
        action, title="New", owner_title="Lead", due_on=date(2026, 6, 30), by=worker
    )
    changes = compare(StatementVersion.objects.get().plan, plan_of(statement))
    assert {one.field for one in changes} == {"title", "owner", "due_on"}
    assert adopt(statement).number == 2
    assert StatementVersion.objects.get(pk=first.pk).plan == first.plan


def test_version_refuses_every_change(action, adopt):
    version = adopt(statement_of(action))
    version.name = "Another"
    for change in (
        version.save,
        version.delete,
        lambda: StatementVersion.objects.update(name="Another"),
        StatementVersion.objects.all().delete,
    ):
        with pytest.raises(VersionIsFrozen):
            change()
    assert StatementVersion.objects.get().name == "Submission"


@pytest.mark.parametrize(
    ("column", "value"), [("name", "Another"), ("plan", "{}"), ("body", "Nobody")]
)
def test_version_changed_in_the_database_is_seen(action, adopt, column, value):
    version = adopt(statement_of(action))
    verified_version(StatementVersion.objects.get())
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE statement_statementversion SET {column} = %s WHERE id = %s",
            [value, version.pk],
        )
    with pytest.raises(VersionAltered):
        verified_version(StatementVersion.objects.get())


def test_database_refuses_a_version_number_twice(action, adopt):
    version = adopt(statement_of(action))
    version.pk, version._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()


def test_plan_that_changed_since_it_was_read_is_not_adopted(action, adopt, worker):
    statement = statement_of(action)
    seen = plan_hash(plan_of(statement))
    withdraw_action(action, why="No budget", by=worker)
    with pytest.raises(CannotAdopt, match="changed since you looked"):
        adopt(statement, seen=seen)
    assert not StatementVersion.objects.exists()


def test_version_is_not_adopted_on_a_day_that_cannot_be(action, adopt, in_days):
    statement = statement_of(action)
    with pytest.raises(CannotAdopt, match="still to come"):
        adopt(statement, adopted_on=in_days(1))
    adopt(statement)
    with pytest.raises(CannotAdopt, match="adopted after that day"):
        adopt(statement, adopted_on=date(2026, 1, 7))


def test_plan_without_an_area_is_not_adopted(adopt):
    with pytest.raises(CannotAdopt, match="write its areas first"):
        adopt(KeyThemeFactory().statement)
