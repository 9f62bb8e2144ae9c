import pytest
from allauth.mfa.models import Authenticator

from tests.factories.accounts import UserFactory
from voice.accounts.domain.staff import (
    LastAdministrator,
    NotOneself,
    change_roles,
    deactivate,
    reactivate,
    remove_factors,
)
from voice.accounts.enums import Role
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def administrator():
    return UserFactory(administrator=True)


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_changed_roles_are_recorded_before_and_after(worker, administrator):
    change_roles(worker, roles=[Role.BOARD_MEMBER], by=administrator)
    assert worker.roles() == [Role.BOARD_MEMBER]
    entry = Entry.objects.get(verb="accounts.change_roles")
    assert entry.details == {
        "before": ["participation_worker"],
        "after": ["board_member"],
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda user, by: change_roles(user, roles=[Role.BOARD_MEMBER], by=by),
        lambda user, by: deactivate(user, by=by),
        lambda user, by: remove_factors(user, by=by),
    ],
)
def test_a_change_ends_every_session_at_once(sign_in, worker, administrator, change):
    client = sign_in(worker)
    assert client.get("/desk/").status_code == 200
    change(worker, administrator)
    assert client.get("/desk/").url == "/account/login/?next=/desk/"


def test_the_same_roles_again_change_nothing(sign_in, worker, administrator):
    client = sign_in(worker)
    change_roles(worker, roles=[Role.PARTICIPATION_WORKER], by=administrator)
    assert client.get("/desk/").status_code == 200
    assert not Entry.objects.filter(verb="accounts.change_roles").exists()


def test_the_last_administrator_stays(administrator):
    UserFactory(administrator=True, is_active=False)
    with pytest.raises(LastAdministrator):
        change_roles(administrator, roles=[], by=administrator)
    with pytest.raises(LastAdministrator):
        deactivate(administrator, by=UserFactory())


def test_one_of_two_administrators_may_go(administrator):
    other = UserFactory(administrator=True)
    deactivate(other, by=administrator)
    other.refresh_from_db()
    assert not other.is_active


def test_nobody_lets_themselves_go(administrator):
    UserFactory(administrator=True)
    with pytest.raises(NotOneself):
        deactivate(administrator, by=administrator)
    with pytest.raises(NotOneself):
        remove_factors(administrator, by=administrator)


def test_somebody_back_has_the_roles_they_had(worker, administrator):
    deactivate(worker, by=administrator)
    reactivate(worker, by=administrator)
    worker.refresh_from_db()
    assert worker.is_active
    assert worker.roles() == [Role.PARTICIPATION_WORKER]


def test_lost_factors_are_forgotten(worker, administrator, with_totp):
    with_totp(worker)
    remove_factors(worker, by=administrator)
    assert not Authenticator.objects.filter(user=worker).exists()
