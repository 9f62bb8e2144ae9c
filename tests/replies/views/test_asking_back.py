"""The page of a promise: what was done, asking back, and what young people say."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.factories.accounts import UserFactory
from tests.factories.cms import page_of
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReplyWordingFactory,
    VerdictFactory,
)
from tests.factories.statement import ActionFactory
from voice.releases.domain.recalls import recall_release
from voice.replies.models import PromiseNote, PromiseSurvey
from voice.replies.queries import tell_reply

pytestmark = pytest.mark.django_db
APART = "fewer than half of them say it was kept (20%)"


@pytest.fixture
def worker(sign_in):
    return sign_in(UserFactory(worker=True, administrator=False))


def address(name, promise):
    return reverse(f"replies:{name}", args=[promise.pk])


def in_charge(promise, sign_in):
    """Sign a worker in who runs the consultation the promise answers."""
    user = UserFactory(worker=True)
    for survey in promise.reply.consultation.surveys.all():
        survey.members.get_or_create(user=user)
    return sign_in(user)


def test_one_tap_drafts_the_survey_and_leads_to_what_it_needs(sign_in):
    promise = PromiseFactory(late=True, reply__published=True)
    client = in_charge(promise, sign_in)
    page = client.get(address("promise", promise))
    assert "Ask young people" in page.parsed.text()
    page = client.post(address("ask_back", promise), {"again": ""})
    survey = PromiseSurvey.objects.get().survey
    assert page["Location"] == reverse("surveys:check", args=[survey.slug])
    page = client.get(address("promise", promise))
    assert "Young people are being asked." in page.parsed.text()
    assert "Ask young people" not in page.parsed.text()


def test_asking_too_early_is_refused_with_a_sentence(sign_in):
    promise = PromiseFactory(reply__published=True)
    client = in_charge(promise, sign_in)
    page = client.post(address("ask_back", promise), {"again": ""}, follow=True)
    assert "Ask once its date has passed" in page.parsed.text()
    assert not PromiseSurvey.objects.exists()


def test_an_owner_writes_down_what_was_done_and_does_not_ask(sign_in):
    action = ActionFactory(owned=True)
    promise = PromiseFactory(late=True, reply__published=True, action=action)
    client = sign_in(action.owner)
    client.post(address("note_promise", promise), {"text": "Forty bags are here."})
    page = client.get(address("promise", promise))
    assert "Forty bags are here." in page.parsed.text()
    assert "Ask young people" not in page.parsed.text()
    assert client.post(address("ask_back", promise), {"again": ""}).status_code == 403


def test_an_empty_note_is_refused_kindly(sign_in):
    promise = PromiseFactory(reply__published=True)
    client = in_charge(promise, sign_in)
    page = client.post(address("note_promise", promise), {"text": " "})
    assert page.status_code == 422
    assert not PromiseNote.objects.exists()


def test_the_verdict_stands_beside_what_officers_say(sign_in):
    promise = VerdictFactory().promise
    page = in_charge(promise, sign_in).get(address("promise", promise))
    assert APART in page.parsed.text()
    assert "“Yes, you kept it” 20%" in page.parsed.text()


def test_a_recalled_verdict_says_so_and_tells_no_figure(sign_in):
    verdict = VerdictFactory()
    recall_release(verdict.release, why="Zanzibarquokka.", by=UserFactory(worker=True))
    page = in_charge(verdict.promise, sign_in).get(address("promise", verdict.promise))
    assert "Zanzibarquokka." in page.parsed.text()
    assert APART not in page.parsed.text()


def test_young_people_read_the_verdict_in_their_reply(client):
    promise = VerdictFactory().promise
    ReplyWordingFactory(reply=promise.reply)
    page = client.get(page_of(promise.reply.consultation).url)
    words = page.parsed.text()
    assert "“Yes, you kept it” 20% · “Partly” 30% · “No, you did not” 50%" in words
    assert "You and we do not say the same. Both stand here." in words
    assert "We say we kept this" in words
    (card,) = [one for one in page.parsed.all("li") if one.get("data-standing")]
    assert card.get("data-standing") == "disputed"
    assert "About 100 young people from the same groups answered." in words


def test_a_recalled_verdict_leaves_the_reply_with_its_reason(client):
    verdict = VerdictFactory()
    ReplyWordingFactory(reply=verdict.promise.reply)
    recall_release(verdict.release, why="Zanzibarquokka.", by=UserFactory(worker=True))
    page = client.get(page_of(verdict.promise.reply.consultation).url)
    assert "Zanzibarquokka." in page.parsed.text()
    assert "20%" not in page.parsed.text()


def test_a_changed_promise_says_so_with_its_reason(client, sign_in):
    promise = PromiseFactory(reply__published=True)
    ReplyWordingFactory(reply=promise.reply)
    PromiseWordingFactory(promise=promise)
    desk = in_charge(promise, sign_in)
    refused = desk.post(address("promise", promise), {"state": "changed"})
    assert "Say what changed, and why." in refused.parsed.text()
    desk.post(
        address("promise", promise),
        {"state": "changed", "reason": "Boxes instead of bags."},
    )
    with translation.override("en"):
        page = client.get(page_of(promise.reply.consultation).url)
    assert "We changed this" in page.parsed.text()
    assert "Boxes instead of bags." in page.parsed.text()


def test_a_key_theme_at_the_desk_says_first_where_they_disagree(sign_in):
    action = ActionFactory(owned=True)
    kept = {"reply__published": True, "action": action, "kept": True}
    PromiseFactory(text="Zanzibarquokka rooms.", **kept)
    promise = PromiseFactory(text="Bags, of course.", **kept)
    VerdictFactory(promise=promise)
    page = sign_in(action.owner).get(
        reverse("statement:key_theme", args=[action.area.key_theme_id])
    )
    words = page.parsed.text()
    assert APART in words
    assert words.index("Bags, of course.") < words.index("Zanzibarquokka rooms.")


def test_young_people_read_what_was_done_only_in_the_words_for_them(sign_in):
    promise = PromiseFactory(reply__published=True)
    PromiseWordingFactory(promise=promise)
    client = in_charge(promise, sign_in)
    said = {
        "text": "plantedxyzzy",
        "told_en": "Bags are here.",
        "told_ur": "بیگ آ گئے۔",
    }
    page = client.post(address("note_promise", promise), said)
    assert page.status_code == 302
    [told] = tell_reply(
        promise.reply, language="ur", on=timezone.localdate(), with_verdicts=True
    ).promises
    assert [(one.words, one.language) for one in told.progress] == [
        ("بیگ آ گئے۔", "ur")
    ]


SHOWN = "https://council.example/minutes-of-march"


def test_what_shows_that_it_was_done_is_told_beside_it(sign_in):
    promise = PromiseFactory(reply__published=True)
    client = in_charge(promise, sign_in)
    said = {"text": "Done.", "told_en": "Bags are here.", "shown_at": SHOWN}
    assert client.post(address("note_promise", promise), said).status_code == 302
    assert SHOWN in client.get(address("promise", promise)).parsed.text()
    [told] = tell_reply(
        promise.reply, language="en", on=timezone.localdate(), with_verdicts=True
    ).promises
    assert [one.shown_at for one in told.progress] == [SHOWN]


@pytest.mark.parametrize("shown_at", ["http://council.example/", "javascript:alert(1)"])
def test_evidence_is_at_a_safe_address(sign_in, shown_at):
    promise = PromiseFactory(reply__published=True)
    client = in_charge(promise, sign_in)
    said = {"text": "Done.", "told_en": "Bags are here.", "shown_at": shown_at}
    page = client.post(address("note_promise", promise), said)
    assert page.status_code == 422
    assert not PromiseNote.objects.exists()


def test_what_young_people_are_told_of_progress_holds_no_number(sign_in):
    promise = PromiseFactory(reply__published=True)
    client = in_charge(promise, sign_in)
    said = {"text": "Bags came.", "told_en": "12 of you have bags."}
    page = client.post(address("note_promise", promise), said)
    assert page.status_code == 422
    assert "12 of you have bags." in page.content.decode()
    assert not PromiseNote.objects.exists()
