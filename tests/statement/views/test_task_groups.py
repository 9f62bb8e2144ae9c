import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    StatementFactory,
    TaskGroupFactory,
)
from voice.statement.models import Action, TaskGroup

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return TaskGroupFactory(name="Moves with dignity", statement=StatementFactory())


@pytest.fixture
def theirs(group):
    key_theme = KeyThemeFactory(statement=group.statement)
    return ActionFactory(area__key_theme=key_theme, task_group=group, silent=True)


def test_worker_adds_a_group_with_its_members(sign_in):
    statement, owner = StatementFactory(), UserFactory(owner=True)
    client = sign_in(UserFactory(worker=True))
    assert "No task groups yet" in client.get("/desk/statement/groups/").parsed.text()
    client.post(
        f"/desk/statement/{statement.pk}/groups/new/",
        {"name": "Moves", "lead_title": "Head of Homes", "members": [owner.pk]},
    )
    assert list(TaskGroup.objects.get().members.all()) == [owner]
    page = client.get("/desk/statement/groups/")
    assert "Led by: Head of Homes" in page.parsed.text()


def test_name_taken_is_said_beside_the_name_and_keeps_what_was_typed(sign_in, group):
    page = sign_in(UserFactory(worker=True)).post(
        f"/desk/statement/{group.statement_id}/groups/new/",
        {"name": "moves with dignity", "lead_title": "Somebody else"},
    )
    assert "There is a task group of this name already." in page.parsed.text()
    assert page.context["form"]["lead_title"].value() == "Somebody else"


def test_page_of_a_group_lists_its_actions_and_who_is_in_it(sign_in, group, theirs):
    member = UserFactory(owner=True, name="Petra Lowmoor")
    group.members.set([member])
    ActionFactory(area=theirs.area, title="Not of this group")
    page = sign_in(member).get(f"/desk/statement/groups/{group.pk}/")
    text = page.parsed.text()
    assert [one.pk for one in page.context["actions"]] == [theirs.pk]
    for words in ("Moves with dignity", "Petra Lowmoor", "Never updated"):
        assert words in text


def test_list_of_groups_says_how_their_actions_stand(sign_in, group, theirs):
    ActionFactory(area=theirs.area, task_group=group, late=True, red=True)
    page = sign_in(UserFactory(owner=True)).get("/desk/statement/groups/")
    (row,) = page.context["groups"]
    assert (row.counts, row.late, row.silent) == (
        [("red", 1), ("not_started", 1)],
        1,
        1,
    )
    assert "1 not updated in time" in page.parsed.text()


def test_members_update_the_groups_actions_and_others_do_not(sign_in, group, theirs):
    member = UserFactory(owner=True)
    group.members.set([member])
    address = f"/desk/statement/actions/{theirs.pk}/update/"
    assert sign_in(UserFactory(owner=True)).get(address).status_code == 403
    client = sign_in(member)
    assert theirs.title in client.get("/desk/statement/my-actions/").parsed.text()
    client.post(address, {"status": "green", "note": ""})
    assert Action.objects.get(pk=theirs.pk).status == "green"


def test_member_who_lost_the_role_updates_nothing(sign_in, group, theirs):
    member = UserFactory(owner=True)
    group.members.set([member])
    member.groups.clear()
    page = sign_in(member).get(f"/desk/statement/actions/{theirs.pk}/update/")
    assert page.status_code == 403


def test_an_action_is_offered_the_groups_of_its_own_statement(sign_in, group, theirs):
    TaskGroupFactory(name="Elsewhere", statement=StatementFactory())
    page = sign_in(UserFactory(worker=True)).get(
        f"/desk/statement/actions/{theirs.pk}/edit/"
    )
    offered = page.context["form"].fields["task_group"].queryset
    assert list(offered) == [group]


def test_queries_stay_flat_with_many_groups(
    sign_in, group, theirs, django_assert_max_num_queries
):
    for _ in range(8):
        more = TaskGroupFactory(statement=group.statement)
        ActionFactory(area=theirs.area, task_group=more)
    client = sign_in(UserFactory(owner=True))
    with django_assert_max_num_queries(12):
        client.get("/desk/statement/groups/")
