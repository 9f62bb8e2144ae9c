import pytest

from surveys.domain.erasing import erase_response
from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.audit.models import Entry
from voice.releases.enums import ReleaseState
from voice.replies.domain.errors import (
    CannotPublishReply,
    NotThisConsultationsRelease,
    ReplyIsPublished,
)
from voice.replies.domain.replies import publish_reply, word_reply, write_reply
from voice.replies.models import Reply

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def reply():
    return whole()


def whole(**words):
    """Return a reply that may be published, worded so."""
    reply = ReplyWordingFactory(**words).reply
    PromiseFactory(reply=reply)
    return reply


def refusals(reply, by):
    with pytest.raises(CannotPublishReply) as refused:
        publish_reply(reply, by=by)
    return refused.value.reasons


def test_write_reply_begins_one_and_keeps_it(worker):
    release = ReleaseFactory()
    consultation = release.survey.consultation
    first = write_reply(consultation, release=None, by=worker)
    again = write_reply(consultation, release=release, by=worker)
    assert (again.pk, again.release) == (first.pk, release)
    assert list(Entry.objects.values_list("verb", "details")) == [
        ("replies.write", {"release": None}),
        ("replies.write", {"release": release.pk}),
    ]


def test_reply_never_speaks_from_another_consultations_release(worker):
    with pytest.raises(NotThisConsultationsRelease):
        write_reply(ConsultationFactory(), release=ReleaseFactory(), by=worker)


def test_word_reply_writes_over_and_records_no_words(worker, reply):
    word_reply(reply, language="en", by=worker, you_said=" plainword ", next="Soon.")
    assert reply.wordings.get().you_said == "plainword"
    assert reply.wordings.get().we_did == ""
    entry = Entry.objects.get(verb="replies.word")
    assert entry.details == {"language": "en", "age_bands": ["11-17"]}


def test_whole_reply_is_published_by_somebody_at_a_time(worker, reply):
    published = publish_reply(reply, by=worker)
    assert published.published_by == worker
    assert Reply.objects.get().is_published
    assert Entry.objects.get(verb="replies.publish").actor == worker


def test_published_reply_cannot_be_changed(worker, reply):
    publish_reply(reply, by=worker)
    with pytest.raises(ReplyIsPublished):
        publish_reply(reply, by=worker)
    with pytest.raises(ReplyIsPublished):
        word_reply(reply, language="en", by=worker, you_said="Something else.")
    with pytest.raises(ReplyIsPublished):
        write_reply(reply.consultation, release=None, by=worker)
    assert reply.wordings.get().you_said.startswith("Moves come")


def test_reply_without_a_release_is_refused(worker):
    reply = whole(reply__release=None)
    survey = SurveyFactory(consultation=reply.consultation)
    edition = EditionFactory(survey=survey)
    ResponseFactory.create_batch(10, edition=edition, finished=True)
    reply.wordings.update(age_bands=["11-17"])
    assert refusals(reply, worker) == [
        "Choose an issued release for the reply to speak from."
    ]


@pytest.mark.parametrize("state", [ReleaseState.PROPOSED, ReleaseState.DROPPED])
def test_reply_from_a_release_not_issued_is_refused(worker, state):
    release = ReleaseFactory(state=state, issued_at=None)
    reply = whole(reply__release=release)
    assert refusals(reply, worker) == [
        "Choose an issued release for the reply to speak from."
    ]


def test_reply_without_words_is_refused(worker):
    assert refusals(ReplyFactory(), worker) == [
        "Write the reply in English: young people were asked in it."
    ]


def test_each_missing_part_is_named(worker):
    reply = ReplyWordingFactory(
        you_said="", we_did="", we_will="", we_will_not="", next=""
    ).reply
    assert refusals(reply, worker) == [
        "Say what young people said (English, 11 to 17).",
        "Say what you did, will do or will not do, and why (English, 11 to 17).",
        "Say what happens next (English, 11 to 17).",
    ]


@pytest.mark.parametrize("part", ["we_did", "we_will", "we_will_not"])
def test_one_of_did_will_and_will_not_is_enough(worker, part):
    only = {"we_did": "", "we_will": "", "we_will_not": ""} | {part: "Suitcases."}
    assert publish_reply(whole(**only), by=worker)


def asked_in_urdu():
    consultation = ConsultationFactory(closed=True)
    survey = EditionFactory(
        survey=SurveyFactory(consultation=consultation, live=True),
        definition=DEFINITION | {"languages": ["en", "ur"]},
    ).survey
    release = ReleaseFactory(survey=survey)
    return ReplyFactory(release=release, consultation=consultation)


def test_reply_is_refused_until_every_language_asked_in_has_words(worker):
    reply = ReplyWordingFactory(reply=asked_in_urdu()).reply
    promise = PromiseFactory(reply=reply)
    assert refusals(reply, worker) == [
        "Write the reply in اردو: young people were asked in it."
    ]
    ReplyWordingFactory(reply=reply, language="ur")
    assert refusals(reply, worker) == [
        "Put the promise “No more bin bags: a proper bag for every move.” into اردو."
    ]
    PromiseWordingFactory(promise=promise)
    assert publish_reply(reply, by=worker)


def test_number_outside_the_release_is_refused_and_named(worker):
    reply = whole(you_said="164 of you told us.")
    assert refusals(reply, worker) == [
        "English, 11 to 17: The number 164 is not in the release. Use a number from the "
        "release, or say it in words: a few, some, about half, most."
    ]


def test_number_of_the_release_is_published(worker):
    reply = whole(you_said="165 of you told us.")
    assert publish_reply(reply, by=worker)


def test_promise_holding_a_number_outside_the_release_is_refused(worker, reply):
    PromiseFactory(reply=reply, text="Bags for the 7 of you who moved.")
    assert [reason for reason in refusals(reply, worker) if "number 7" in reason]


def unanswered(**words):
    """Return a reply to a consultation that nobody answered, worded so."""
    consultation = ConsultationFactory(closed=True)
    survey = SurveyFactory(consultation=consultation, live=True)
    EditionFactory(survey=survey, definition=DEFINITION | {"languages": ["en"]})
    said = {"you_said": "None of you answered. We asked at the wrong time."}
    reply = ReplyFactory(release=None, consultation=consultation)
    ReplyWordingFactory(reply=reply, **said | words)
    PromiseFactory(reply=reply)
    return reply


def test_where_nobody_answered_the_reply_needs_no_release_and_no_theme(worker):
    out = publish_reply(unanswered(), by=worker)
    assert (out.is_published, out.release, out.without_answers) == (True, None, True)


def test_where_nobody_answered_no_number_is_told(worker):
    (reason,) = refusals(unanswered(you_said="We asked 540 of you."), worker)
    assert "The number 540 is not in the release." in reason


def test_where_somebody_answered_a_reply_needs_its_release(worker):
    reply = unanswered(you_said="You said things.")
    edition = reply.consultation.surveys.get().editions.get()
    ResponseFactory.create_batch(10, edition=edition, finished=True)
    assert "Choose an issued release for the reply to speak from." in refusals(
        reply, worker
    )


@pytest.mark.parametrize("left", [0, 1, 9])
def test_where_too_few_count_to_be_told_a_reply_needs_no_release(worker, left):
    reply = unanswered(you_said="We asked, and tell no numbers of it.")
    edition = reply.consultation.surveys.get().editions.get()
    ResponseFactory.create_batch(left, edition=edition, finished=True)
    erase_response(ResponseFactory(edition=edition, finished=True), by=worker)
    out = publish_reply(reply, by=worker)
    assert (out.release, out.without_answers, out.of_few) == (None, False, True)


def test_where_too_few_count_no_number_is_told_nor_that_none_are_left(worker):
    said = "None of you is left. 5 of you answered."
    reply = unanswered(you_said=said)
    edition = reply.consultation.surveys.get().editions.get()
    ResponseFactory(edition=edition, finished=True)
    none, five = refusals(reply, worker)
    assert "“None of you” tells what each single person said." in none
    assert "The number 5 is not in the release." in five


def test_where_too_few_count_it_says_what_happened(worker):
    reply = unanswered(you_said="")
    edition = reply.consultation.surveys.get().editions.get()
    ResponseFactory(edition=edition, finished=True)
    write_reply(reply.consultation, release=reply.release, by=worker)
    Reply.objects.update(of_few=True)
    assert refusals(Reply.objects.get(), worker)[0].startswith("Say what happened (")


def test_reply_begun_where_nobody_answered_says_so_from_the_beginning(worker):
    consultation = ConsultationFactory(closed=True)
    assert write_reply(consultation, release=None, by=worker).without_answers
