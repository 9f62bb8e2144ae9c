import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from surveys.domain.erasing import erase_response
from surveys.domain.withdrawing import withdraw_response
from surveys.enums import ResponseState
from surveys.models import Consultation, Response
from surveys.queries.codes import found
from surveys.travelled import Stage, Travelled, travelled
from surveys.views.device import cookie_name
from tests.conftest import ReadingClient
from tests.factories.accounts import UserFactory
from tests.factories.codes import receipt
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import KeyThemeFactory, ReleaseFactory, cited_theme
from tests.factories.surveys import CommentFactory
from tests.factories.themes import TagFactory
from voice.moderation.domain.reading import approve_comment
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.themes.models import Tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def thanked(start, send):
    """Return the thank-you page, after something was written."""
    page = start()
    for answer in ["yes", ["texts"], "3", "7", "", "plantedxyzzy"]:
        page = send(page, answer)
    return send(page)


def receipt_on(page):
    return re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", page.content.decode())[0]


def opened(code, language="en"):
    """Return a device on which `code` was typed, and the page it opened."""
    device = ReadingClient(headers={"accept-language": language})
    return device, device.post("/c/", {"code": code}, follow=True)


def test_the_thank_you_page_gives_a_receipt_kept_only_as_a_hash(thanked, client):
    code = receipt_on(thanked)
    held = Response.objects.get().receipt_hash
    assert found(code, at=timezone.now()).receipt == held
    for seen in (str(client.cookies), str(thanked.redirect_chain)):
        assert code not in seen
        assert code.replace("-", "") not in seen


def test_the_receipt_stays_for_ten_minutes_and_then_is_gone(thanked, client):
    code = receipt_on(thanked)
    assert receipt_on(client.get("/s/thanks/")) == code
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert code not in client.get("/s/thanks/").content.decode()


def test_a_finish_sent_again_gives_the_same_receipt(start, send, client):
    page = start()
    before = client.cookies[cookie_name()].value
    named = str(Response.objects.get().pk)
    first = receipt_on(client.post("/s/finish/", {"response": named}, follow=True))
    client.cookies[cookie_name()] = before
    again = client.post("/s/finish/", {"response": named}, follow=True)
    assert receipt_on(again) == first
    assert page.status_code == 200


def test_another_device_that_names_a_finished_response_gets_no_receipt(thanked):
    named = str(Response.objects.get().pk)
    page = ReadingClient().post("/s/finish/", {"response": named}, follow=True)
    assert page.parsed.heading == "Thank you"
    assert "Your receipt" not in page.parsed.text()


def test_the_qr_code_holds_the_receipt_behind_a_fragment(thanked, monkeypatch, client):
    drawn = []
    monkeypatch.setattr(
        "surveys.views.thanking.code_of", lambda address: drawn.append(address) or ""
    )
    code = receipt_on(client.get("/s/thanks/"))
    assert drawn == [f"http://testserver/c/#{code}"]


def test_a_receipt_shows_nothing_of_anybodys_own_answers(thanked):
    _, page = opened(receipt_on(thanked))
    shown = page.content.decode()
    for own in ("plantedxyzzy", "Do you know your worker?", "turn up"):
        assert own not in shown
    assert (
        "How it is with" not in shown or "consultation" not in page.request["PATH_INFO"]
    )


def test_stages_are_read_from_what_has_truly_happened(link):
    assert far(link.survey) == {
        Stage.SENT: Travelled.NOW,
        Stage.READ: Travelled.NOW,
        Stage.HEARD: Travelled.LATER,
        Stage.BOARD: Travelled.LATER,
        Stage.DECIDED: Travelled.LATER,
        Stage.PROMISED: Travelled.LATER,
        Stage.KEPT: Travelled.LATER,
    }


def test_read_is_done_when_nothing_more_can_come_and_nothing_waits(thanked, link):
    closed(link.survey)
    assert far(link.survey)[Stage.READ] == Travelled.NOW
    Reading.objects.update(state=ReadingState.TAKEN_BACK)
    assert far(link.survey)[Stage.READ] == Travelled.DONE


def test_understanding_begins_with_the_first_theme_and_is_signed(db):
    tag = TagFactory()
    survey = tag.comment.survey
    assert far(survey)[Stage.HEARD] == Travelled.LATER
    closed(survey)
    assert far(survey)[Stage.HEARD] == Travelled.NOW
    ReleaseFactory(edition=survey.editions.get(), proposed=True)
    assert far(survey)[Stage.HEARD] == Travelled.NOW


def test_the_board_has_it_once_it_is_evidence(db):
    release = ReleaseFactory()
    assert far(release.survey)[Stage.HEARD] == Travelled.DONE
    assert far(release.survey)[Stage.BOARD] == Travelled.LATER
    cited_theme(KeyThemeFactory(), release=release)
    assert far(release.survey)[Stage.BOARD] == Travelled.DONE


@pytest.mark.parametrize(
    ("published", "wanted"), [(False, Travelled.NOW), (True, Travelled.DONE)]
)
def test_answered_is_done_when_the_reply_is_out(db, published, wanted):
    reply = ReplyFactory(published=published)
    assert far(reply.release.survey)[Stage.PROMISED] == wanted


def test_one_person_s_tags_taken_back_move_no_stage(db):
    tag = TagFactory()
    survey = tag.comment.survey
    closed(survey)
    before = travelled(survey.consultation, "en")
    withdraw_response(tag.comment.response)
    assert not Tag.objects.exists()
    assert travelled(survey.consultation, "en") == before


@pytest.fixture
def five(link):
    """Return the receipts of five who answered: one stands, one took theirs back, one
    was erased, one is worried about and one is read and tagged.
    """
    codes, responses = zip(*(receipt(link) for _ in range(5)), strict=True)
    worker = UserFactory(worker=True)
    for response in responses[1:]:
        comment = CommentFactory(response=response, words=f"plantedxyzzy {response.pk}")
        reading = ReadingFactory(comment=comment)
        if response == responses[3]:
            ConcernFactory(comment=comment)
            continue
        approve_comment(
            reading, by=worker, may_count=True, may_quote=True, version=reading.version
        )
    withdraw_response(responses[1])
    erase_response(responses[2], by=worker)
    TagFactory(reading=Reading.objects.get(comment__response=responses[4]))
    return codes


@pytest.mark.parametrize("language", ["en", "ur", "pl", "pa"])
def test_every_receipt_of_a_consultation_opens_the_same_page_byte_for_byte(
    five, link, language
):
    closed(link.survey)
    key_theme = KeyThemeFactory()
    release = ReleaseFactory(
        edition=link.survey.editions.get(), quotes=["plantedxyzzy"]
    )
    cited_theme(key_theme, release=release)
    PromiseFactory(reply=ReplyFactory(release=release, published=True))
    pages = {bare(opened(code, language=language)[1]) for code in five}
    assert len(pages) == 1
    [page] = pages
    assert "plantedxyzzy" not in page
    assert "No more bin bags" in page


def bare(page):
    """Return a page without what every page has of its own: token and nonce."""
    shown = page.content.decode()
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", shown)


def closed(survey):
    """Have the consultation of `survey` end yesterday."""
    Consultation.objects.filter(pk=survey.consultation_id).update(
        opens_on=timezone.localdate() - timedelta(days=9),
        closes_on=timezone.localdate() - timedelta(days=1),
    )
    survey.consultation.refresh_from_db()


def far(survey):
    """Return how far the consultation of `survey` is."""
    stages = travelled(survey.consultation, "en")
    return {stage: told.travelled for stage, told in stages.items()}


def test_without_a_receipt_there_is_nothing_here_but_the_page_for_codes(client, db):
    for address in ("/r/", "/r/withdraw/"):
        assert client.get(address).url == "/c/"
    assert client.post("/r/withdraw/").url == "/c/"


def test_answers_are_taken_back_after_a_second_yes(thanked):
    device, _ = opened(receipt_on(thanked))
    page = device.get("/r/withdraw/")
    assert Response.objects.get().state == ResponseState.FINISHED
    assert "This cannot be undone." in page.parsed.text()
    page = device.post("/r/withdraw/", follow=True)
    assert page.parsed.heading == "They are taken back"
    assert Response.objects.get().state == ResponseState.WITHDRAWN
    assert device.get("/r/").url == "/c/"


def test_taking_back_twice_looks_the_same(thanked):
    code = receipt_on(thanked)
    first, second = opened(code)[0], opened(code)[0]
    pages = [one.post("/r/withdraw/", follow=True) for one in (first, second)]
    assert pages[0].parsed.text() == pages[1].parsed.text()


def test_a_receipt_is_the_same_before_and_after_taking_back(link):
    code, _ = receipt(link)
    device, before = opened(code)
    device.post("/r/withdraw/")
    _, after = opened(code)
    assert after.parsed.text() == before.parsed.text()


def test_leaving_forgets_the_receipt_on_the_device(thanked):
    device, _ = opened(receipt_on(thanked))
    device.post("/s/exit/")
    assert device.get("/r/").url == "/c/"
