import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.moderation import ConcernFactory
from voice.accounts.enums import Role
from voice.moderation.domain.holds import place_hold
from voice.moderation.domain.walls import put_up_wall
from voice.moderation.models import Concern

pytestmark = pytest.mark.django_db

READ = ("concern", "referral", "concern_recording")
SENT = (
    "act",
    "decide",
    "add_to_concern",
    "attempt",
    "reopen_concern",
    "give_back",
    "place_hold",
    "lift_hold",
    "wall",
)


@pytest.fixture
def walled():
    return UserFactory(
        roles=[Role.SAFEGUARDING_LEAD, Role.DATA_PROTECTION_OFFICER], name="Wal Led"
    )


@pytest.fixture
def concern(walled):
    other = UserFactory(lead=True, name="Other Lead")
    concern = ConcernFactory(decided=True, lead=other, reference="QUAGGA-1")
    place_hold(concern, reason="zanzibar", by=other)
    put_up_wall(concern, around=walled, why="named", by=other)
    return concern


def test_for_the_walled_lead_the_concern_does_not_exist(sign_in, walled, concern):
    client = sign_in(walled)
    missing = "00000000-0000-4000-8000-000000000000"
    for name in READ:
        page = client.get(reverse(f"moderation:{name}", args=[concern.pk]))
        other = client.get(reverse(f"moderation:{name}", args=[missing]))
        assert page.status_code == other.status_code == 404
        assert page.parsed.text() == other.parsed.text()
    for name in SENT:
        page = client.post(reverse(f"moderation:{name}", args=[concern.pk]))
        assert page.status_code == 404
    wall = concern.walls.get()
    down = reverse("moderation:unwall", args=[concern.pk, wall.pk])
    assert client.post(down).status_code == 404
    wall.refresh_from_db()
    assert wall.taken_down_at is None


def test_no_list_count_hold_or_filter_tells_the_walled_lead(sign_in, walled, concern):
    client = sign_in(walled)
    for address in (
        reverse("moderation:concerns"),
        reverse("moderation:concerns") + "?state=decided&reference=QUAGGA",
        reverse("moderation:holds"),
        reverse("accounts:home"),
    ):
        source = client.get(address).parsed.source
        for told in (str(concern.pk), "QUAGGA", "zanzibar", concern.survey.title):
            assert told not in source.replace('value="QUAGGA"', "")
    page = client.get(reverse("moderation:concerns"))
    assert "No concerns" in page.parsed.text()


def test_the_audit_page_tells_the_walled_lead_nothing_of_it(sign_in, walled, concern):
    sees = UserFactory(officer=True)
    address = reverse("accounts:audit")
    assert str(concern.pk) in sign_in(sees).get(address).parsed.source
    client = sign_in(walled)
    for one in (
        address,
        f"{address}?object_id={concern.pk}",
        f"{address}?verb=moderation.decide_concern",
    ):
        source = client.get(one).parsed.source
        assert str(concern.pk) not in source.replace(f'value="{concern.pk}"', "")


def test_a_lead_may_name_themselves_and_is_let_out_kindly(sign_in):
    lead = UserFactory(lead=True)
    UserFactory(lead=True)
    concern = ConcernFactory()
    client = sign_in(lead)
    address = reverse("moderation:wall", args=[concern.pk])
    assert client.post(address, {"wall-around": ""}).status_code == 422
    page = client.post(address, {"wall-around": lead.pk}, follow=True)
    assert "not shown to you any more" in page.parsed.text()
    gone = client.get(reverse("moderation:concern", args=[concern.pk]))
    assert gone.status_code == 404


def test_another_lead_takes_down_a_wall_that_was_put_up_in_error(
    sign_in, walled, concern
):
    other = UserFactory(lead=True)
    client = sign_in(other)
    page = client.get(reverse("moderation:concern", args=[concern.pk]))
    assert "Wal Led" in page.parsed.text()
    wall = concern.walls.get()
    down = reverse("moderation:unwall", args=[concern.pk, wall.pk])
    refused = client.post(down)
    assert refused.status_code == 422
    assert "Say why they may see it" in refused.parsed.text()
    page = client.post(down, {f"wall{wall.pk}-reason": "zanzibar"}, follow=True)
    assert "zanzibar" in page.parsed.text()
    assert (
        sign_in(walled)
        .get(reverse("moderation:concern", args=[concern.pk]))
        .status_code
        == 200
    )


def test_with_every_lead_kept_out_the_manager_is_told_what_to_do(sign_in):
    manager = UserFactory(worker=True)
    CouncilFactory(duty_manager=manager)
    lead = UserFactory(lead=True)
    concern = ConcernFactory(reading__comment__words="zanzibar", lead=lead)
    put_up_wall(concern, around=lead, why="named", by=lead)
    for user in (manager, UserFactory(administrator=True)):
        client = sign_in(user)
        page = client.get(reverse("moderation:uncovered"))
        assert "no safeguarding lead may see" in page.parsed.text()
        for told in ("zanzibar", str(concern.pk), concern.survey.title):
            assert told not in page.parsed.source
        assert reverse("moderation:uncovered") in client.get(
            "/desk/"
        ).parsed.source or (user != manager)
    put_up_wall(concern, around=manager, why="named", by=lead)
    page = sign_in(manager).get(reverse("moderation:uncovered"))
    assert "Every concern has a lead" in page.parsed.text()
    assert Concern.objects.get().state == "new"


def test_a_lead_who_came_later_and_is_named_never_opens_it(sign_in):
    concern = ConcernFactory(reading__comment__words="Ruth Quillfeather grabbed me")
    ruth = UserFactory(lead=True, name="Ruth Quillfeather")
    client = sign_in(ruth)
    for name in READ:
        address = reverse(f"moderation:{name}", args=[concern.pk])
        assert client.get(address).status_code == 404
    wall = concern.walls.get(user=ruth)
    assert (wall.why, wall.origin) == ("named", "machine")
    concern.refresh_from_db()
    assert concern.state == "new"
    assert (
        str(concern.pk) not in client.get(reverse("moderation:concerns")).parsed.source
    )
