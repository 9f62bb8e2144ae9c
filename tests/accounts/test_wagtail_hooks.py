import pytest

from tests.factories.accounts import UserFactory
from voice.accounts.rooms import all_rooms, rooms_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("trait", ["worker", "editor", "administrator"])
def test_the_admins_menu_leads_to_the_rooms_of_a_role_and_no_other(sign_in, trait):
    user = UserFactory(**{trait: True})
    source = sign_in(user).get("/admin/").content.decode()
    others = [room for room in all_rooms() if not room.url.startswith("/admin/")]
    offered = {room.name for room in others if f'"url": "{room.url}"' in source}
    mine = {room.name for room in rooms_for(user) if room in others}
    assert offered == mine
