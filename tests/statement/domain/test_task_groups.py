import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import StatementFactory, TaskGroupFactory
from voice.audit.models import Entry
from voice.statement.domain.task_groups import (
    NameTaken,
    add_task_group,
    edit_task_group,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_new_group_has_its_members_and_is_audited_by_their_ids(worker):
    one, two = UserFactory(owner=True), UserFactory(owner=True)
    group = add_task_group(
        StatementFactory(),
        name=" Moves ",
        lead_title="Head of Fostering",
        members=[one, two],
        by=worker,
    )
    assert (group.name, group.lead_title) == ("Moves", "Head of Fostering")
    assert set(group.members.all()) == {one, two}
    entry = Entry.objects.get(verb="statement.add_task_group")
    assert entry.details == {"members": sorted([one.pk, two.pk])}


def test_edited_group_has_exactly_the_members_chosen(worker):
    stays, goes = UserFactory(owner=True), UserFactory(owner=True)
    group = TaskGroupFactory()
    group.members.set([stays, goes])
    edit_task_group(group, name="Moves", lead_title="Lead", members=[stays], by=worker)
    assert list(group.members.all()) == [stays]


def test_two_groups_of_a_statement_have_two_names(worker):
    group = TaskGroupFactory(name="Moves")
    with pytest.raises(NameTaken, match="of this name already"):
        add_task_group(group.statement, name="moves", lead_title="Lead", by=worker)
    elsewhere = StatementFactory()
    add_task_group(elsewhere, name="Moves", lead_title="Lead", by=worker)


def test_database_refuses_a_name_twice():
    group = TaskGroupFactory(name="Moves")
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskGroupFactory(name="Moves", statement=group.statement)
