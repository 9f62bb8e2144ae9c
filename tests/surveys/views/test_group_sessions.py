from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.models import GroupSession
from tests.factories.accounts import UserFactory
from tests.factories.answering import open_survey_link
from tests.factories.surveys import GroupSessionFactory, ResponseFactory
from voice.accounts.middleware import SEEN

pytestmark = pytest.mark.django_db

SAID = {
    "label": "Thursday group",
    "helper": "Youth worker",
    "present": "9",
    "hours": "3",
}


@pytest.fixture
def survey(db):
    return open_survey_link().survey


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def session(survey):
    return GroupSessionFactory(
        invitation__survey=survey, invitation__label="Thursday group", code="F7XC2M"
    )


def at(name, session):
    return reverse(f"surveys:{name}", args=[session.invitation.survey.slug, session.pk])


def test_worker_opens_a_session_and_sees_its_code(desk, survey):
    address = reverse("surveys:group_sessions", args=[survey.slug])
    assert "No session yet" in desk.get(address).parsed.text()
    page = desk.post(address, SAID, follow=True)
    session = GroupSession.objects.get()
    assert session.closes_at - session.opened_at == timedelta(hours=3)
    assert (session.present, session.invitation.helper) == (9, "Youth worker")
    text = page.parsed.text()
    assert session.shown_code in text
    assert "Thursday group" in text


def test_what_was_typed_stays_when_something_is_missing(desk, survey):
    address = reverse("surveys:group_sessions", args=[survey.slug])
    page = desk.post(address, SAID | {"helper": "", "hours": "5"})
    assert page.status_code == 422
    assert 'value="Thursday group"' in page.content.decode()
    assert GroupSession.objects.count() == 0


def test_no_session_of_a_survey_that_is_closed(desk, survey, in_days):
    survey.consultation.closes_on = in_days(-1)
    survey.consultation.save()
    address = reverse("surveys:group_sessions", args=[survey.slug])
    assert "Nobody can answer now" in desk.get(address).parsed.text()
    page = desk.post(address, SAID)
    assert page.status_code == 422
    assert "These questions are not open now." in page.parsed.text()


def test_worker_sees_how_many_and_nothing_else(
    desk, session, django_assert_max_num_queries
):
    edition = session.invitation.survey.editions.get()
    of = {"edition": edition, "invitation": session.invitation}
    ResponseFactory(**of, finished=True)
    ResponseFactory(**of, finished=True)
    ResponseFactory(
        **of,
        language="ur",
        age_band="8-11",
        answers={"know_worker": {"state": "answered", "value": "plantedxyzzy"}},
    )
    with django_assert_max_num_queries(14):
        page = desk.get(at("group_session", session))
    counts = [page.parsed.text(one) for one in page.parsed.all("dd")]
    assert counts == ["3", "2"]
    for told in ("plantedxyzzy", "اردو", "8–11", "8-11"):
        assert told not in page.content.decode()


def test_counts_renew_themselves_without_script_and_can_stand_still(desk, session):
    address = at("group_session", session)
    page = desk.get(address).content.decode()
    assert '<meta http-equiv="refresh" content="20; url=?by-itself">' in page
    assert 'data-enhance="counts"' in page
    still = desk.get(address + "?still").content.decode()
    assert "refresh" not in still
    assert 'data-enhance="counts"' not in still
    session.closed_at = timezone.now()
    session.save()
    assert "refresh" not in desk.get(address).content.decode()


def test_a_page_that_renews_itself_keeps_nobody_signed_in(desk, session):
    address = at("group_session", session)
    desk.get(address)
    long_ago = desk.session[SEEN] - 1200
    kept = desk.session
    kept[SEEN] = long_ago
    kept.save()
    desk.get(address + "?by-itself")
    assert desk.session[SEEN] == long_ago
    desk.get(address)
    assert desk.session[SEEN] > long_ago


def test_wall_shows_the_code_and_a_picture_and_no_count(desk, session):
    page = desk.get(at("group_wall", session))
    text = page.parsed.text()
    assert "F7X-C2M" in text
    assert "testserver/c" in text
    assert page.parsed.all("dd") == []
    (code,) = page.parsed.all("img")
    assert code.get("src").startswith("data:image/svg+xml")


def test_wall_of_a_session_that_is_over_shows_no_code(desk, survey):
    over = GroupSessionFactory(invitation__survey=survey, over=True, code="F7XC2M")
    for name in ("group_wall", "group_session"):
        assert "F7X-C2M" not in desk.get(at(name, over)).parsed.text()


def test_closing_it_says_when_and_lets_nobody_in(desk, session):
    page = desk.post(at("close_group_session", session), follow=True)
    assert "Whoever had started may finish." in page.parsed.text()
    session.refresh_from_db()
    assert session.closed_at


def test_session_of_another_survey_is_missing_here(desk, session):
    other = GroupSessionFactory()
    slug = session.invitation.survey.slug
    for name in ("group_session", "group_wall"):
        page = desk.get(reverse(f"surveys:{name}", args=[slug, other.pk]))
        assert page.status_code == 404
    assert (
        desk.post(
            reverse("surveys:close_group_session", args=[slug, other.pk])
        ).status_code
        == 404
    )
