import pytest

from tests.factories.cms import page_of, page_with, send_page
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReleaseFactory,
    ReplyFactory,
    VerdictFactory,
)
from tests.factories.surveys import ConsultationFactory

pytestmark = pytest.mark.django_db


def page_of_promise(promise, language="en"):
    return page_with(("promise", {"promise": str(promise.pk)}), language=language)


def test_promise_is_told_as_it_stands_today_and_leads_to_its_reply(client):
    promise = PromiseFactory(reply__published=True, moved=True)
    reply_page = page_of(promise.reply.consultation)
    parsed = client.get(page_of_promise(promise).url).parsed
    assert "Late" in parsed.text()
    assert "Why: Nine posts are empty." in parsed.text()
    assert reply_page.url in [one.get("href") for one in parsed.all("a")]


def test_promise_says_for_whom_it_is(client):
    promise = PromiseFactory(reply__published=True)
    asked_who = promise.reply.consultation.asked_who
    assert f"For: {asked_who}" in client.get(page_of_promise(promise).url).parsed.text()


def test_promise_is_told_in_the_language_of_the_page(client):
    promise = PromiseFactory(reply__published=True)
    wording = PromiseWordingFactory(promise=promise)
    page = page_of_promise(promise, language="ur")
    assert wording.text in client.get(page.url).parsed.text()


def test_what_young_people_say_of_it_stands_beside_it(client):
    verdict = VerdictFactory()
    text = client.get(page_of_promise(verdict.promise).url).parsed.text()
    assert "Did we keep this promise?" in text
    assert "You and we do not say the same." in text


def unpublished():
    release = ReleaseFactory(consultation=ConsultationFactory(closed=True))
    return PromiseFactory(reply=ReplyFactory(release=release), text="Plumtree promise")


def test_promise_of_a_reply_still_being_written_cannot_be_sent_in(editor):
    page = page_with(("text", "<p>x</p>"))
    said = send_page(editor, page, ("promise", {"promise": str(unpublished().pk)}))
    assert "No published reply makes this promise" in said.content.decode()


def test_promise_of_a_reply_still_being_written_is_not_shown(client):
    page = page_of_promise(unpublished())
    assert "Plumtree" not in client.get(page.url).parsed.source
