import pytest
from django.contrib.auth.models import Group

from tests.factories.accounts import UserFactory
from voice.accounts.domain.roles import make_roles
from voice.accounts.enums import Role

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

ANSWERS = (
    "response",
    "answer",
    "comment",
    "reading",
    "concern",
    "decision",
    "release",
    "quote",
    "entry",
    "seal",
    "user",
    "group",
)


def test_every_role_has_its_group_after_migrating():
    roles = Group.objects.filter(name__in=[role.value for role in Role])
    assert roles.count() == len(Role)


def test_making_the_roles_again_changes_nothing():
    before = {
        group.name: (group.permissions.count(), group.page_permissions.count())
        for group in Group.objects.all()
    }
    make_roles()
    after = {
        group.name: (group.permissions.count(), group.page_permissions.count())
        for group in Group.objects.all()
    }
    assert after == before


@pytest.mark.parametrize("role", Role)
def test_only_workers_editors_and_administrators_enter_the_admin(role):
    user = UserFactory(roles=[role])
    assert user.has_perm("wagtailadmin.access_admin") == (role in Role.in_the_admin())


@pytest.mark.parametrize("role", Role)
def test_no_role_has_any_permission_on_answers_comments_or_staff(role):
    group = Group.objects.get(name=role.value)
    assert not group.permissions.filter(content_type__model__in=ANSWERS).exists()


def test_a_worker_may_draft_surveys_and_an_editor_may_not():
    worker, editor = UserFactory(worker=True), UserFactory(editor=True)
    names = ("surveys.add_survey", "surveys.change_survey", "surveys.add_consultation")
    assert worker.has_perms(names)
    assert not any(editor.has_perm(name) for name in names)


def test_making_the_roles_takes_back_a_permission_given_by_hand(db):
    group = Group.objects.get(name=Role.BOARD_MEMBER.value)
    worker = Group.objects.get(name=Role.PARTICIPATION_WORKER.value)
    group.permissions.set(worker.permissions.all())
    make_roles()
    assert group.permissions.count() == 0
