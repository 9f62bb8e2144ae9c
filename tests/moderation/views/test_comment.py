import pytest
from django.urls import reverse

from surveys.domain.withdrawing import withdraw_response
from surveys.enums import AnswerState, HelpedBy, InvitationKind, ResponseState
from tests.factories.accounts import UserFactory
from tests.factories.answering import whole_definition
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import (
    CommentFactory,
    EditionFactory,
    RecordingFactory,
    ResponseFactory,
    voice,
)
from voice.audit.models import Entry
from voice.moderation.models import Note, Reading, SecondReading, Thanks, Translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def spoken():
    return Reading.objects.get(comment=RecordingFactory().comment)


def address(name, reading):
    return reverse(f"moderation:{name}", args=[reading.comment_id])


def test_a_comment_stands_beside_edition_age_language_and_who_was_helping(desk):
    reading = ReadingFactory()
    response = reading.comment.response
    response.invitation.kind = InvitationKind.ASSISTED
    response.invitation.helper = "advocate"
    response.invitation.save()
    text = desk.get(address("comment", reading)).parsed.text()
    for said in (
        "What should your worker do more of?",
        "Edition 1",
        "Age band 11 to 17",
        "Language English",
        "Who was helping Somebody filled it in with them: advocate",
    ):
        assert said in text
    response.helped_by = HelpedBy.FRIEND
    response.save()
    assert "A friend" in desk.get(address("comment", reading)).parsed.text()


def with_a_rest():
    reading = ReadingFactory(comment__words="come wen u say")
    response = reading.comment.response
    response.answers |= {
        "know_worker": {"state": AnswerState.ANSWERED.value, "value": "yes"},
        "what_helps": {"state": AnswerState.SKIPPED.value},
        "safe": {"state": AnswerState.ANSWERED.value, "value": 7},
        "more": {"state": AnswerState.ANSWERED.value},
    }
    response.save()
    return reading


def test_the_rest_of_a_response_is_shown_on_request_and_written_down(desk, worker):
    reading = with_a_rest()
    page = desk.get(address("comment", reading))
    assert "Do you know your worker?" not in page.parsed.text()
    assert not Entry.objects.filter(verb="moderation.read_rest").exists()
    text = desk.get(address("comment", reading), {"rest": "1"}).parsed.text()
    for said in (
        "Do you know your worker? Yes",
        "What helps? Skipped",
        "7, where 0 is “not safe” and 10 is “very safe”",
    ):
        assert said in text
    (entry,) = Entry.objects.filter(verb="moderation.read_rest")
    assert (entry.actor, entry.object_id) == (worker, str(reading.pk))


def test_the_rest_opens_other_comments_but_none_that_was_passed_on(desk):
    reading = with_a_rest()
    edition = reading.comment.response.edition
    other = edition.survey.question_rows.get(key="happy")
    comment = CommentFactory(
        response=reading.comment.response, question=other, words="zanzibar"
    )
    page = desk.get(address("comment", reading), {"rest": "1"})
    assert "zanzibar" in page.parsed.source
    ReadingFactory(comment=comment, passed_on=True)
    page = desk.get(address("comment", reading), {"rest": "1"})
    assert "zanzibar" not in page.parsed.source
    assert "Passed on to the safeguarding lead" in page.parsed.text()
    assert Entry.objects.filter(verb="moderation.read_rest").last().details == {
        "comments": []
    }


def test_a_recording_is_served_for_playing_and_nothing_else(desk, worker, spoken):
    page = desk.get(address("recording", spoken))
    assert page.content == voice()
    wanted = {
        "Content-Type": "audio/ogg",
        "Content-Disposition": 'inline; filename="recording.ogg"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    assert {name: page.headers[name] for name in wanted} == wanted
    assert "no-store" in page.headers["Cache-Control"]
    assert Entry.objects.filter(verb="moderation.hear", actor=worker).count() == 1


@pytest.mark.parametrize(
    ("wanted", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=4-", 206, slice(4, None)),
        ("bytes=4-9999999", 206, slice(4, None)),
        ("bytes=9999-", 416, slice(0, 0)),
        ("bytes=9-2", 200, slice(0, None)),
        ("nonsense", 200, slice(0, None)),
    ],
)
def test_players_that_ask_for_a_part_get_it(desk, spoken, wanted, status, part):
    page = desk.get(address("recording", spoken), headers={"Range": wanted})
    assert (page.status_code, page.content) == (status, voice()[part])


def test_a_drawing_is_an_image_on_the_page(desk):
    drawn = Reading.objects.get(comment=RecordingFactory(drawn=True).comment)
    page = desk.get(address("comment", drawn))
    (picture,) = [
        one for one in page.parsed.all("img") if "recording" in one.get("src")
    ]
    served = desk.get(picture.get("src"))
    assert served.headers["Content-Type"] == "image/png"
    assert served.content.startswith(b"\x89PNG")


def test_nobody_else_hears_a_recording(sign_in, spoken, client):
    where = address("recording", spoken)
    assert client.get(where).status_code == 302
    for trait, status in (("lead", 403), ("board", 403), ("officer", 403)):
        assert sign_in(UserFactory(**{trait: True})).get(where).status_code == status
    assert sign_in(UserFactory(outsider=True)).get(where).status_code == 404
    assert not Entry.objects.filter(verb="moderation.hear").exists()


def test_a_voice_that_was_passed_on_is_heard_by_no_reader(desk, spoken):
    desk.post(address("pass_on", spoken), {"version": spoken.version})
    assert desk.get(address("recording", spoken)).status_code == 404
    assert "<audio" not in desk.get(address("comment", spoken)).parsed.source


def test_a_voice_is_written_down_and_then_decided_like_words(desk, spoken):
    page = desk.get(address("comment", spoken))
    assert page.parsed.all("audio")
    assert "Approve as it is" not in page.parsed.text()
    refused = desk.post(
        address("transcribe", spoken), {"version": spoken.version, "words": " "}
    )
    assert refused.status_code == 422
    desk.post(
        address("transcribe", spoken),
        {"version": spoken.version, "words": "ring me on 07700 900417"},
    )
    page = desk.get(address("comment", spoken))
    assert "What others will see ring me on [phone]" in page.parsed.text()
    assert "Approve as it is" in page.parsed.text()


def test_a_decision_is_reversed_with_a_reason_and_what_was_typed_is_kept(desk):
    reading = ReadingFactory(approved=True)
    page = desk.post(
        address("reverse", reading), {"version": 2, "note": "look at the street"}
    )
    assert page.status_code == 422
    assert "Choose why it goes back to be read." in page.parsed.text()
    assert "look at the street" in page.parsed.source
    desk.post(address("reverse", reading), {"version": 2, "why": "missed"})
    reading.refresh_from_db()
    assert reading.state == "waiting"
    late = desk.post(
        address("reverse", reading), {"version": 2, "why": "missed", "note": "typed"}
    )
    assert late.status_code == 409
    page = desk.get(address("comment", reading))
    assert "Something that tells who it is was missed" in page.parsed.text()


def test_off_topic_is_said_to_be_no_reason_beside_the_reasons(desk):
    text = desk.get(address("comment", ReadingFactory())).parsed.text()
    assert "Off topic is a theme, not a reason" in text
    assert "are replaced and counted, never withheld" in text


def test_notes_are_for_readers_and_name_who_wrote_them(desk, worker):
    reading = ReadingFactory()
    assert desk.post(address("note", reading), {"note-words": ""}).status_code == 422
    desk.post(address("note", reading), {"note-words": "asked the school"})
    text = desk.get(address("comment", reading)).parsed.text()
    assert "asked the school" in text
    assert Note.objects.get().by == worker


def test_a_translation_is_written_beside_the_original_and_let_be_shown(desk):
    edition = EditionFactory(definition=whole_definition())
    reading = ReadingFactory(
        comment__response=ResponseFactory(edition=edition, finished=True),
        comment__language="ur",
        comment__words="وہ دیر سے آتے ہیں",
        approved=True,
    )
    page = desk.get(address("comment", reading))
    assert "Nobody has translated it yet. No machine does." in page.parsed.text()
    versions = [
        field.get("value")
        for field in page.parsed.all("input")
        if field.get("name") == "translation-version"
    ]
    assert versions == ["0"]
    sent = {
        "translation-version": versions[0],
        "translation-language": "ur",
        "translation-words": "They come late.",
    }
    desk.post(address("translate", reading), sent)
    second = desk.post(
        address("translate", reading), sent | {"translation-words": "Mine."}
    )
    assert second.status_code == 409
    assert "Mine." in second.parsed.source
    desk.post(address("show_translation", reading), {"version": 2, "translation": 1})
    assert Translation.objects.get().kept_text() == "They come late."


def test_thanks_are_passed_on_and_read_by_the_worker_alone(desk, sign_in):
    reading = ReadingFactory(approved=True, comment__words="Jade is the best")
    jade = UserFactory(owner=True, name="Jade Okoro")
    sent = {"version": 2, "to": jade.pk}
    assert desk.post(address("thank", reading), sent).status_code == 422
    desk.post(address("thank", reading), sent | {"names_nobody_else": "on"})
    assert Thanks.objects.get().to == jade
    assert "Jade is the best" not in desk.get("/desk/thanks/").parsed.text()
    page = sign_in(jade).get("/desk/thanks/")
    assert "Jade is the best" in page.parsed.text()
    for told in ("What should your worker do more of?", "11 to 17", "My social worker"):
        assert told not in page.parsed.text()


def test_thanks_with_more_in_them_are_listed_and_asked_about_again(desk):
    words = "Jade and Tunde came to SW1A 1AA"
    reading = ReadingFactory(approved=True, comment__words=words)
    jade = UserFactory(owner=True, name="Jade Okoro")
    ruth = UserFactory(owner=True, name="Ruth Shaw")
    sent = {"version": 2, "to": jade.pk, "names_nobody_else": "on", "sure": "on"}
    assert (
        "Screening noticed" not in desk.get(address("comment", reading)).parsed.text()
    )
    page = desk.post(address("thank", reading), sent)
    assert page.status_code == 422
    for piece in ("Name: Tunde", "Postcode: SW1A 1AA"):
        assert piece in page.parsed.text()
    assert "Name: Jade" not in page.parsed.text()
    boxes = {one.get("name"): one for one in page.parsed.all("input")}
    assert boxes["sure"].get("checked") is None
    assert boxes["names_nobody_else"].get("checked") is not None
    chosen = [
        one for one in page.parsed.all("option") if one.get("selected") is not None
    ]
    assert str(jade.pk) in [one.get("value") for one in chosen]
    sure = sent | {"sure_of": boxes["sure_of"].get("value")}
    assert (
        desk.post(address("thank", reading), sure | {"to": ruth.pk}).status_code == 422
    )
    assert not Thanks.objects.exists()
    desk.post(address("thank", reading), sure)
    assert Thanks.objects.get().to == jade


def test_a_reader_from_another_survey_finds_nothing(sign_in):
    desk = sign_in(UserFactory(outsider=True))
    reading = ReadingFactory(approved=True)
    for name in (
        "reverse",
        "decide_again",
        "transcribe",
        "note",
        "translate",
        "show_translation",
        "thank",
    ):
        assert desk.post(address(name, reading), {"version": 2}).status_code == 404


@pytest.fixture
def drawn(settings, worker):
    settings.SECOND_READING_PERCENT = 100
    reading = ReadingFactory(
        redacted=True,
        comment__words="Jade and Tom came late",
        by=UserFactory(worker=True, name="Amina Rahman"),
    )
    return SecondReading.objects.get(first__reading=reading)


def test_a_second_reader_is_told_nothing_of_the_first(desk, drawn):
    assert (
        "1 comment waits for a second reader"
        in desk.get(reverse("moderation:second")).parsed.text()
    )
    page = desk.get(reverse("moderation:second_reading", args=[drawn.pk]))
    assert "Jade and Tom came late" in page.parsed.text()
    for told in ("Amina Rahman", "[name]", "Redacted"):
        assert told not in page.parsed.source
    assert Entry.objects.filter(verb="moderation.read").count() == 1


def test_a_difference_is_settled_by_the_two_once_they_talked(desk, drawn):
    read = reverse("moderation:read_second", args=[drawn.pk])
    assert desk.post(read, {"came_to": "withheld"}).status_code == 422
    desk.post(read, {"came_to": "withheld", "reason": "unkind"})
    page = desk.get(reverse("moderation:second"))
    assert "0 of 1 (0%)" in page.parsed.text()
    settle = reverse("moderation:settle", args=[drawn.pk])
    refused = desk.post(settle, {"settled": "decide_again"})
    assert refused.status_code == 409
    assert "Talk with the other reader first" in refused.parsed.text()
    page = desk.post(settle, {"settled": "decide_again", "talked": "on"}, follow=True)
    assert "It waits to be read again" in page.parsed.text()
    drawn.first.reading.refresh_from_db()
    assert drawn.first.reading.state == "waiting"


def test_nobody_opens_their_own_or_anothers_survey_as_second_reader(sign_in, drawn):
    where = reverse("moderation:second_reading", args=[drawn.pk])
    for person in (drawn.first.by, UserFactory(outsider=True)):
        assert sign_in(person).get(where).status_code == 404


def test_a_page_of_a_comment_costs_the_same_with_much_beside_it(
    desk, worker, django_assert_max_num_queries
):
    reading = with_a_rest()
    response = ResponseFactory(edition=reading.comment.response.edition, finished=True)
    CommentFactory(response=response)
    for number in range(5):
        desk.post(address("note", reading), {"note-words": f"note {number}"})
    with django_assert_max_num_queries(36):
        desk.get(address("comment", reading), {"rest": "1"})


def test_a_translation_with_a_name_in_it_is_listed_and_asked_about_again(desk, sign_in):
    edition = EditionFactory(definition=whole_definition())
    reading = ReadingFactory(
        comment__response=ResponseFactory(edition=edition, finished=True),
        comment__language="ur",
        comment__words="شکریہ",
        approved=True,
    )
    written = {
        "translation-version": "0",
        "translation-language": "ur",
        "translation-words": "Thank you, from Tunde",
    }
    desk.post(address("translate", reading), written)
    sent = {"version": 2, "translation": 1}
    page = desk.post(address("show_translation", reading), sent)
    assert page.status_code == 422
    assert "Look again before it is shown" in page.parsed.text()
    assert "Name: Tunde" in page.parsed.text()
    assert Translation.objects.get().kept_text() == ""
    desk.post(address("show_translation", reading), sent | {"shown_as_it_is": "on"})
    assert Translation.objects.get().kept_text() == "Thank you, from Tunde"
    jade = UserFactory(owner=True, name="Jade Okoro")
    thank = {"version": 2, "to": jade.pk, "names_nobody_else": "on"}
    thank |= {"sure": "on", "sure_of": jade.pk}
    desk.post(address("thank", reading), thank)
    text = sign_in(jade).get("/desk/thanks/").parsed.text()
    assert "شکریہ" in text
    assert "Thank you, from Tunde" in text


def test_words_of_withdrawn_answers_are_read_for_safety_and_said_to_be(desk):
    reading = ReadingFactory()
    response = reading.comment.response
    response.state = ResponseState.FINISHED
    response.capability_hash = response.touched_at = response.started_at = None
    response.save()
    withdraw_response(response)
    text = desk.get(address("comment", reading)).parsed.text()
    assert "The young person took these words back." in text
    assert "If the young person finishes" not in text
