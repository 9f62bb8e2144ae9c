import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from voice.accounts.enums import Role
from voice.accounts.rooms import rooms_for

pytestmark = pytest.mark.django_db

HOME = "/desk/"


@pytest.mark.parametrize("role", sorted(Role.at_the_desk()))
def test_the_desk_shows_exactly_the_rooms_of_a_role(sign_in, role):
    user = UserFactory(roles=[role])
    page = sign_in(user).get(HOME)
    (rooms,) = (ul for ul in page.parsed.all("ul") if ul.get("class") == "rooms")
    links = [page.parsed.text(link) for link in rooms.iter("a")]
    assert links == [str(room.title) for room in rooms_for(user)]


@pytest.mark.parametrize(
    ("role", "where"),
    [
        (Role.WEB_EDITOR, "wagtailadmin_home"),
        (Role.BOARD_MEMBER, "briefings:front"),
    ],
)
def test_others_are_led_to_their_own_first_page(sign_in, role, where):
    page = sign_in(UserFactory(roles=[role])).get(HOME)
    assert page.url == reverse(where)


def test_somebody_without_a_role_is_told_whom_to_ask(sign_in):
    page = sign_in(UserFactory()).get(HOME)
    assert "Ask an administrator" in page.parsed.text()


def test_the_wrong_role_gets_a_page_with_a_way_back(sign_in):
    page = sign_in(UserFactory(worker=True)).get(reverse("accounts:audit"))
    assert page.status_code == 403
    links = [link.get("href") for link in page.parsed.all("a")]
    assert HOME in links


def test_every_room_opens_for_everyone_it_is_offered_to(sign_in):
    for role in Role:
        user = UserFactory(roles=[role])
        for room in rooms_for(user):
            assert sign_in(user).get(room.url).status_code == 200, (role, room.name)
