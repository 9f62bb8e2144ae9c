import re
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.replies.domain.replies import publish_reply, word_reply
from voice.young_editors.domain.inviting import (
    make_code,
    show_again,
    take_invitation_back,
)
from voice.young_editors.domain.telling import tell_what_came_of_it
from voice.young_editors.enums import CameOfIt, Verdict
from voice.young_editors.models import EditorsAnswer, EditorsInvitation

pytestmark = pytest.mark.django_db

READ = "/e/"
OTHERS_WORDS = {"you_said": "Moves hurt.", "we_did": "Suitcases.", "next": "In May."}


@pytest.fixture
def reply_and_writer():
    return reply_to_read()


@pytest.fixture
def asked(reply_and_writer):
    reply, by = reply_and_writer
    return asked_about(reply, by=by)


def opened(client, code):
    page = client.post(reverse("surveys:code"), {"code": code})
    assert (page.status_code, page.url) == (302, READ)
    return client.get(READ)


def sent(client, page, verdict="yes", **boxes):
    shown = re.search(r'name="shown" value="(\d+)"', page.content.decode())[1]
    data = {"once": str(uuid4()), "shown": shown, "verdict": verdict, **boxes}
    return client.post(READ, data)


def test_a_code_opens_the_words_they_were_shown(client, asked):
    page = opened(client, asked[1])
    text = page.content.decode()
    assert "Suitcases are now in every home and office." in text
    assert "no-store" in page.headers["Cache-Control"]
    assert "Childline" in text


def test_no_address_and_no_cookie_holds_the_code(client, asked):
    code = asked[1]
    opened(client, code)
    held = [cookie.value for cookie in client.cookies.values()]
    assert not any(code in one or code.replace("-", "") in one for one in held)


def test_without_a_code_nothing_is_read(client, asked):
    page = client.get(READ)
    assert (page.status_code, page.url) == (302, reverse("surveys:code"))


@pytest.mark.parametrize("how", ["revoked", "expired", "made anew"])
def test_a_code_that_is_over_looks_like_one_that_never_was(
    client, asked, reply_and_writer, how, today
):
    invitation, code = asked
    if how == "revoked":
        take_invitation_back(invitation, by=reply_and_writer[1])
    elif how == "expired":
        before = today.replace(year=today.year - 1)
        EditorsInvitation.objects.filter(pk=invitation.pk).update(expires_on=before)
    else:
        make_code(invitation, by=reply_and_writer[1])
    page = client.post(reverse("surveys:code"), {"code": code})
    unknown = client.post(reverse("surveys:code"), {"code": "0000-0000-0"})
    assert (page.status_code, unknown.status_code) == (422, 422)
    assert _without_own(page, code) == _without_own(unknown, "0000-0000-0")


def test_a_device_that_was_let_in_is_out_once_it_is_revoked(
    client, asked, reply_and_writer
):
    invitation, code = asked
    opened(client, code)
    take_invitation_back(invitation, by=reply_and_writer[1])
    page = client.get(READ)
    assert (page.status_code, page.url) == (302, reverse("surveys:code"))


def test_leaving_forgets_what_the_code_opened(client, asked):
    opened(client, asked[1])
    client.post(reverse("surveys:exit"))
    assert client.get(READ).url == reverse("surveys:code")


def test_yes_is_kept_and_thanked(client, asked):
    page = sent(client, opened(client, asked[1]))
    assert (page.status_code, page.url) == (303, "/e/sent/?in=en")
    assert "You said yes" in client.get(page.url).content.decode()
    assert EditorsAnswer.objects.get().is_yes


def test_not_yet_with_no_word_asks_kindly_and_keeps_nothing(client, asked):
    page = sent(client, opened(client, asked[1]), "not_yet")
    assert page.status_code == 422
    assert "A few words are enough" in page.content.decode()
    assert not EditorsAnswer.objects.exists()


def test_not_yet_keeps_each_comment_beside_its_passage(client, asked):
    sent(client, opened(client, asked[1]), "not_yet", box1="Say we were scared")
    answer = EditorsAnswer.objects.get()
    comment = answer.comments.get()
    assert (answer.verdict, comment.passage) == (Verdict.NOT_YET, "you_said.en.11-17")
    assert comment.words() == "Say we were scared"


def test_words_that_changed_while_they_read_lose_nothing_typed(
    client, asked, reply_and_writer
):
    reply, by = reply_and_writer
    page = opened(client, asked[1])
    word_reply(reply, language="en", by=by, **OTHERS_WORDS)
    show_again(asked[0], by=by)
    page = sent(client, page, "yes", box0="Nearly right")
    text = page.content.decode()
    assert page.status_code == 422
    assert "Moves hurt." in text
    assert "Nearly right" in text
    assert not EditorsAnswer.objects.exists()


def test_coming_back_they_read_what_came_of_it_and_never_their_own_words(
    client, asked, reply_and_writer
):
    answer = said(asked[0], Verdict.NOT_YET, whole="PLANTED say it softer")
    tell_what_came_of_it(
        answer.comments.get(),
        came_of_it=CameOfIt.NOT_CHANGED,
        told="The law says it so.",
        by=reply_and_writer[1],
    )
    text = opened(client, asked[1]).content.decode()
    assert "The law says it so." in text
    assert "PLANTED" not in text


def test_what_is_out_is_read_there_and_not_here(client, asked, reply_and_writer):
    reply, by = reply_and_writer
    said(asked[0])
    publish_reply(reply, by=by)
    assert "It is out already" in opened(client, asked[1]).content.decode()


def test_what_was_typed_is_text_and_never_markup(client, asked):
    planted = "<script>alert(1)</script>"
    page = sent(client, opened(client, asked[1]), "none", box0=planted)
    assert planted not in page.content.decode()


def _without_own(page, typed):
    text = page.content.decode().replace(typed, "")
    return re.sub(r'(name="csrfmiddlewaretoken" value|nonce)="[^"]*"', "", text)
