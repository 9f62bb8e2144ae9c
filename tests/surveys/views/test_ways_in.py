import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.models import Invitation
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, InvitationFactory, ResponseFactory

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
    assert "We don't ask your name." in text
    assert "we may have to tell someone who can help" in text


def test_cards_are_six_on_a_sheet_with_help_on_each(desk, link):
    address = reverse("surveys:poster", args=[link.survey.slug, link.pk])
    page = desk.get(address, {"size": "cards"})
    assert len(page.parsed.all("img")) == 6
    assert page.parsed.text().count("0800 1111") == 6


def test_poster_is_wholly_in_the_language_chosen(desk, link):
    address = reverse("surveys:poster", args=[link.survey.slug, link.pk])
    page = desk.get(address, {"language": "ur", "size": "large"})
    (main,) = page.parsed.all("main")
    assert (main.get("lang"), main.get("dir")) == ("ur", "rtl")
    assert page.parsed.text(page.parsed.all("h1")[0]) == "میرا سوشل ورکر"
    assert desk.get(address, {"language": "fr"}).status_code == 404


def test_who_was_asked_is_kept_and_told_beside_who_answered(desk, link):
    edition = link.survey.editions.get()
    ResponseFactory(edition=edition, invitation=link, finished=True)
    address = reverse("surveys:asked", args=[link.survey.slug, link.pk])
    page = desk.post(address, {"asked": "Year 9: 30\n12"}, follow=True)
    facts = [page.parsed.text(one) for one in page.parsed.all("dd")]
    assert facts == ["42", "1", "1"]
    page = desk.get(address)
    assert "12\nYear 9: 30" in page.content.decode()
    page = desk.post(address, {"asked": "Year 9, perhaps"})
    assert page.status_code == 422
    assert "Year 9, perhaps" in page.content.decode()
    hub = desk.get(reverse("surveys:survey", args=[link.survey.slug]))
    cells = [hub.parsed.text(cell) for cell in hub.parsed.all("td")]
    assert cells == ["42", "1", "1"]


def test_many_ways_in_are_filtered_and_paged(desk, link, django_assert_max_num_queries):
    for number in range(30):
        InvitationFactory(survey=link.survey, label=f"Wall {number}")
    stopped = InvitationFactory(
        survey=link.survey, label="Old wall", stopped_at=timezone.now()
    )
    address = reverse("surveys:invitations", args=[link.survey.slug])
    with django_assert_max_num_queries(28):
        page = desk.get(address)
    assert len(page.parsed.all("h3")) == 20
    page = desk.get(address, {"state": "over"})
    assert [page.parsed.text(one) for one in page.parsed.all("h3")] == [str(stopped)]
    InvitationFactory(survey=link.survey, label="By code", kind="codes")
    page = desk.get(address, {"kind": "codes"})
    assert [page.parsed.text(one) for one in page.parsed.all("h3")] == ["By code"]
    page = desk.get(address, {"kind": "codes", "state": "over"})
    assert "No way in is like that." in page.parsed.text()
    page = desk.get(address, {"state": "open", "page": 2})
    assert len(page.parsed.all("h3")) == 12
