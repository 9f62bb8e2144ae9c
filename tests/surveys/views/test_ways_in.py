import pytest
from django.urls import reverse

from surveys.models import Invitation
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, ResponseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def test_worker_makes_an_open_link_and_stops_it(desk, link):
    address = reverse("surveys:invitations", args=[link.survey.slug])
    page = desk.post(address, {"label": "Thursday group"}, follow=True)
    made = Invitation.objects.get(label="Thursday group")
    assert f"/a/{made.token}/" in page.parsed.text()
    stop = reverse("surveys:stop_invitation", args=[link.survey.slug, made.pk])
    page = desk.post(stop, follow=True)
    assert "Stopped on" in page.parsed.text()
    made.refresh_from_db()
    assert made.stopped_at


def test_link_of_another_survey_cannot_be_stopped_here(desk, link):
    other = EditionFactory().survey
    page = desk.post(reverse("surveys:stop_invitation", args=[other.slug, link.pk]))
    assert page.status_code == 404
    link.refresh_from_db()
    assert link.stopped_at is None


def test_live_counts_are_exact(desk, link, django_assert_max_num_queries):
    edition = link.survey.editions.get()
    for _ in range(2):
        ResponseFactory(edition=edition, invitation=link, finished=True)
    ResponseFactory(edition=edition, invitation=link, answers={"a": {}})
    ResponseFactory(edition=edition, invitation=link)
    page = desk.get(reverse("surveys:invitations", args=[link.survey.slug]))
    assert "2 finished and 1 under way, of 470 asked." in page.parsed.text()
    with django_assert_max_num_queries(10):
        page = desk.get(reverse("surveys:surveys"))
    cells = [page.parsed.text(cell) for cell in page.parsed.all("td")]
    assert cells[1:] == ["1", "2", "470"]


def test_no_survey_yet_says_what_to_do(desk):
    page = desk.get(reverse("surveys:surveys"))
    assert "No survey yet" in page.parsed.text()


def test_poster_has_the_code_the_address_and_help(desk, link):
    page = desk.get(reverse("surveys:poster", args=[link.survey.slug, link.pk]))
    text = page.parsed.text()
    assert f"testserver/a/{link.token}" in text
    assert "Calderwick Council (invented)" in text
    assert "0800 1111" in text
    (code,) = page.parsed.all("img")
    assert code.get("src").startswith("data:image/svg+xml")
