import pytest
from django.utils import timezone

from surveys.views.chosen import start_in
from tests.factories.cms import page_of, page_with, send_page
from tests.factories.replies import ReleaseFactory, ReplyFactory, ReplyWordingFactory
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)

pytestmark = pytest.mark.django_db


def asked(**how):
    survey = SurveyFactory(consultation=ConsultationFactory(**how), live=True)
    EditionFactory(survey=survey)
    return InvitationFactory(survey=survey)


def read(client, link):
    page = page_with(("survey", {"survey": str(link.survey_id)}))
    return client.get(page.url).parsed


def links(parsed):
    return [one.get("href") for one in parsed.all("a")]


def test_an_open_survey_is_one_tap_away(client):
    link = asked()
    parsed = read(client, link)
    assert start_in(link.token, "en") in links(parsed)
    assert "Tell us until" in parsed.text()


def test_a_closed_one_says_so_and_where_the_answer_will_be(client):
    link = asked(closed=True)
    page = page_of(link.survey.consultation)
    parsed = read(client, link)
    assert "This is closed. We said you would hear from us by" in parsed.text()
    assert page.url in links(parsed)
    assert f"/a/{link.token}/" not in parsed.source


def test_one_that_was_answered_leads_to_the_answer(client):
    link = asked(closed=True)
    release = ReleaseFactory(survey=link.survey)
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    page_of(link.survey.consultation)
    assert "Read our answer" in read(client, link).text()


def test_a_link_that_was_stopped_lets_nobody_in(client):
    link = asked()
    type(link).objects.update(stopped_at=timezone.now())
    parsed = read(client, link)
    assert "You need a link or a code" in parsed.text()
    assert f"/a/{link.token}/" not in parsed.source


def test_a_survey_nobody_published_is_neither_shown_nor_taken(client, editor):
    link = InvitationFactory(survey__title="Plumtree survey")
    page = page_with(("survey", {"survey": str(link.survey_id)}))
    assert "lumtree" not in client.get(page.url).parsed.source
    said = send_page(editor, page, ("survey", {"survey": str(link.survey_id)}))
    assert "it was not published" in said.content.decode()
