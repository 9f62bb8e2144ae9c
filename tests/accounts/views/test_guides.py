import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db

GUIDES = "/desk/help/"


def test_the_list_leads_to_each_task_and_a_task_to_its_room_and_the_next(sign_in):
    client = sign_in(UserFactory(worker=True))
    assert reverse("accounts:guide", args=["gather"]) in client.get(GUIDES).text
    page = client.get(reverse("accounts:guide", args=["gather"]))
    assert page.parsed.heading == "Let young people in"
    assert reverse("surveys:surveys") in page.text
    assert reverse("accounts:guide", args=["read"]) in page.text


def test_a_task_of_somebody_else_is_not_there(sign_in):
    client = sign_in(UserFactory(worker=True))
    assert client.get(reverse("accounts:guide", args=["staff"])).status_code == 404
    assert client.get(reverse("accounts:guide", args=["nothing"])).status_code == 404


def test_the_desk_tells_somebody_new_what_comes_next(sign_in):
    page = sign_in(UserFactory(worker=True)).get("/desk/")
    assert "Your next step" in page.parsed.text()
    assert reverse("accounts:guide", args=["ask"]) in page.text


def test_the_desk_tells_no_next_step_to_whoever_has_none(sign_in):
    page = sign_in(UserFactory(roles=[Role.SAFEGUARDING_LEAD])).get("/desk/")
    assert "Your next step" not in page.parsed.text()
