import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories.accounts import UserFactory
from voice.accounts import permissions
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db

WHO_MAY = {
    permissions.user_may_enter_desk: set(Role) - {Role.BOARD_MEMBER, Role.WEB_EDITOR},
    permissions.user_may_enter_board: set(Role)
    - {Role.WEB_EDITOR, Role.DATA_PROTECTION_OFFICER},
    permissions.user_may_enter_admin: {
        Role.PARTICIPATION_WORKER,
        Role.WEB_EDITOR,
        Role.ADMINISTRATOR,
    },
    permissions.user_may_invite_staff: {Role.ADMINISTRATOR},
    permissions.user_may_read_audit: {Role.DATA_PROTECTION_OFFICER},
}


@pytest.mark.parametrize("question", WHO_MAY)
@pytest.mark.parametrize("role", Role)
def test_each_permission_holds_for_exactly_its_roles(question, role):
    user = UserFactory(roles=[role])
    assert question(user) == (role in WHO_MAY[question])


@pytest.mark.parametrize("question", WHO_MAY)
def test_nothing_is_allowed_to_strangers_or_to_the_inactive(question):
    left = UserFactory(roles=list(Role), is_active=False)
    assert not question(AnonymousUser())
    assert not question(left)
