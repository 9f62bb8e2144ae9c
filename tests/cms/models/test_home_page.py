import pytest

from surveys.views.chosen import start_in
from tests.factories.answering import whole_definition
from tests.factories.cms import build, page_of
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)

pytestmark = pytest.mark.django_db


def asked(**how):
    consultation = ConsultationFactory(**how)
    survey = SurveyFactory(consultation=consultation, live=True)
    EditionFactory(survey=survey)
    page_of(consultation)
    return survey


def replied(**how):
    reply = ReplyFactory(published=True)
    ReplyWordingFactory(reply=reply)
    PromiseFactory(reply=reply, **how)
    page_of(reply.consultation)
    return reply


def test_empty_site_says_so_kindly(client):
    build()
    page = client.get("/en/")
    assert page.status_code == 200
    assert "Nothing is open today" in page.parsed.text()
    assert "We have not replied to anything yet" in page.parsed.text()


def test_root_leads_to_a_language(client):
    build()
    assert client.get("/").headers["Location"] == "/en/"
    urdu = client.get("/", headers={"accept-language": "ur"})
    assert urdu.headers["Location"] == "/ur/"


def test_open_consultation_is_asked_with_its_way_in(client):
    survey = asked(title="Plumtree question")
    token = InvitationFactory(survey=survey).token
    page = client.get("/en/")
    assert "Plumtree question" in page.parsed.text()
    assert f"/a/{token}/" in page.parsed.source


def test_a_page_in_urdu_starts_in_urdu_on_any_phone(client):
    definition = whole_definition()
    definition["languages"] = ["en", "ur"]
    for worded in (definition, *definition["questions"]):
        worded["wordings"]["ur"] = worded["wordings"]["en"]
    survey = SurveyFactory(consultation=ConsultationFactory(), live=True)
    EditionFactory(survey=survey, definition=definition)
    token = InvitationFactory(survey=survey).token
    page_of(survey.consultation, language="ur")
    start = start_in(token, "ur")
    assert start in client.get("/ur/").parsed.source
    page = client.get(start, headers={"accept-language": "en"})
    assert page.headers["Content-Language"] == "ur"


def test_language_that_is_not_asked_in_leads_on_to_the_link(client):
    link = InvitationFactory(survey=asked())
    page = client.get(start_in(link.token, "pl"))
    assert page.headers["Location"] == f"/a/{link.token}/"


def test_young_people_and_their_parents_find_what_is_safe_in_one_tap(client):
    asked()
    links = [one.get("href") for one in client.get("/en/").parsed.all("a")]
    assert {"/en/privacy/#young", "/en/privacy/#adults"} <= set(links)


def test_consultation_without_a_page_is_not_shown(client):
    build()
    survey = SurveyFactory(consultation__title="Plumtree question", live=True)
    EditionFactory(survey=survey)
    assert "Plumtree question" not in client.get("/en/").parsed.source


def test_unpublished_page_is_not_shown(client):
    survey = asked(title="Plumtree question")
    for page in survey.consultation.pages.all():
        page.unpublish()
    assert "Plumtree question" not in client.get("/en/").parsed.source


def test_kept_promise_is_what_changed(client):
    replied(kept=True)
    text = client.get("/en/").parsed.text()
    assert "We kept this" in text
    assert "No more bin bags" in text


def test_late_promise_is_said_with_reason_and_new_date(client):
    replied(moved=True)
    text = client.get("/en/").parsed.text()
    assert "Late" in text
    assert "Why: Nine posts are empty." in text
    assert "now by" in text


def test_overdue_reply_is_owed_on_the_first_page(client):
    asked(overdue=True, title="Plumtree question")
    text = client.get("/en/").parsed.text()
    assert "We owe you an answer Plumtree question" in text


def test_reply_being_written_is_nowhere(client):
    release = ReleaseFactory(consultation__closed=True)
    reply = ReplyFactory(release=release)
    ReplyWordingFactory(reply=reply, you_said="plumtree")
    PromiseFactory(reply=reply, text="plumtree promise")
    page = page_of(reply.consultation)
    for address in ("/en/", page.url):
        assert "plumtree" not in client.get(address).parsed.source


def test_urdu_reads_from_the_right_and_switches_back(client):
    build()
    page = client.get("/ur/")
    html = page.parsed.all("html")[0]
    assert (html.get("lang"), html.get("dir")) == ("ur", "rtl")
    assert 'href="/en/"' in page.parsed.source


def test_reading_a_page_sets_no_cookie(client):
    asked()
    for address in ("/en/", "/ur/", "/en/about/", "/en/help/", "/help/"):
        page = client.get(address)
        assert page.status_code == 200
        assert page.cookies == {}


def test_whoever_has_a_code_is_led_to_where_it_is_typed(client):
    asked()
    links = [one.get("href") for one in client.get("/en/").parsed.all("a")]
    assert "/c/" in links


def test_queries_do_not_grow_with_consultations(client, django_assert_max_num_queries):
    for _ in range(4):
        asked()
        replied()
    client.get("/en/")
    with django_assert_max_num_queries(24):
        client.get("/en/")
