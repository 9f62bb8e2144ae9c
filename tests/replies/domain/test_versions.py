"""Every age and language that was asked is answered; what is out is put right beside."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    TABLES,
    EasyRowFactory,
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
    sign,
)
from tests.factories.surveys import DEFINITION, EditionFactory
from voice.audit.models import Entry
from voice.replies.domain.answering import Answered, answer_themes
from voice.replies.domain.corrections import correct_reply
from voice.replies.domain.easy_read import Row, write_easy_read
from voice.replies.domain.errors import (
    BandReadsOtherWords,
    CorrectionRefused,
    NotPublishedYet,
    ReplyIsPublished,
)
from voice.replies.domain.four_fs import advice_by_the_four_fs
from voice.replies.domain.readiness import reasons_not_to_publish
from voice.replies.domain.replies import drop_wording, publish_reply, word_reply
from voice.replies.queries import bands_to_answer, read_reply

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
SAID = {"you_said": "You said so.", "we_did": "We did.", "next": "Soon."}


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def reply():
    """Return a reply owed to two ages in English, and to the older in Urdu too."""
    release = ReleaseFactory()
    for bands, languages in ((["8-11"], ["en"]), (["11-17"], ["en", "ur"])):
        EditionFactory(
            survey__consultation=release.survey.consultation,
            definition=DEFINITION | {"age_bands": bands, "languages": languages},
        )
    return ReplyFactory(release=release, consultation=release.survey.consultation)


def test_what_is_owed_is_every_age_in_each_language_it_was_asked_in(reply):
    assert bands_to_answer(reply.consultation) == {
        "en": ["8-11", "11-17"],
        "ur": ["11-17"],
    }


def test_reply_is_refused_until_every_age_asked_has_words(reply, worker):
    word_reply(reply, language="en", age_bands=["11-17"], by=worker, **SAID)
    assert reasons_not_to_publish(reply) == [
        "Write the reply in اردو: young people were asked in it.",
        "Write the reply in English for ages 8 to 11: they were asked too.",
    ]
    word_reply(reply, language="en", age_bands=["8-11"], by=worker, **SAID)
    word_reply(reply, language="ur", by=worker, **SAID)
    assert reasons_not_to_publish(reply) == []


def test_an_age_reads_one_wording_in_a_language(reply, worker):
    word_reply(reply, language="en", age_bands=["8-11"], by=worker, **SAID)
    with pytest.raises(BandReadsOtherWords, match="8 to 11"):
        word_reply(reply, language="en", by=worker, **SAID)
    word_reply(reply, language="ur", age_bands=["11-17"], by=worker, **SAID)
    assert reply.wordings.count() == 2


def test_words_may_serve_other_ages_than_before(reply, worker):
    both = word_reply(reply, language="en", by=worker, **SAID)
    word_reply(
        reply, language="en", age_bands=["11-17"], wording=both, by=worker, **SAID
    )
    word_reply(reply, language="en", age_bands=["8-11"], by=worker, **SAID)
    assert [said.age_bands for said in reply.wordings.all()] == [["11-17"], ["8-11"]]


def test_dropped_words_are_gone_until_the_reply_is_out(worker):
    wording = ReplyWordingFactory()
    drop_wording(wording, by=worker)
    assert not wording.reply.wordings.exists()
    assert Entry.objects.filter(verb="replies.drop_wording").exists()
    with pytest.raises(ReplyIsPublished):
        drop_wording(ReplyWordingFactory(reply__published=True), by=worker)


def test_will_not_without_its_why_is_refused(worker):
    reply = ReplyWordingFactory(why_not="").reply
    PromiseFactory(reply=reply)
    assert reasons_not_to_publish(reply) == [
        "Say why you will not (English, 11 to 17)."
    ]


def test_any_digit_among_what_few_said_is_refused_though_it_was_released(worker):
    reply = ReplyWordingFactory(heard_from_few="30 of you cannot pray.").reply
    PromiseFactory(reply=reply)
    assert reasons_not_to_publish(reply) == [
        "English, 11 to 17: “30” stands under “What we heard from few”. Say there how "
        "many in words: a few, a small number."
    ]


def test_a_theme_left_out_is_refused_by_name_until_it_is_answered_or_explained(worker):
    reply = ReplyWordingFactory(reply__themes=[]).reply
    PromiseFactory(reply=reply)
    assert reasons_not_to_publish(reply) == [
        "The theme “Moves” is left out. Say which part of the reply answers it, or "
        "why none does."
    ]
    answer_themes(reply, answers={"moves": Answered(why="Next time.")}, by=worker)
    assert reasons_not_to_publish(reply) == []


def test_we_will_without_a_promise_is_refused_and_named():
    reply = ReplyWordingFactory(we_will="We will mend it.").reply
    assert reasons_not_to_publish(reply) == [
        "“We will mend it.” is no promise yet. Add a promise: what, whose it is, and "
        "by when."
    ]


def test_an_undertaking_under_another_part_is_one_too():
    reply = ReplyWordingFactory(we_will="", next="We will ask you again.").reply
    assert [one[:25] for one in reasons_not_to_publish(reply)] == [
        "“We will ask you again” i"
    ]


def test_number_in_easy_read_outside_the_release_is_refused():
    reply = PromiseFactory(reply=ReplyWordingFactory().reply).reply
    EasyRowFactory(reply=reply, words="7 of you moved.")
    (reason,) = reasons_not_to_publish(reply)
    assert reason.startswith("English, Easy read: The number 7")


def test_what_was_kept_from_few_and_easy_read_are_asked_for_and_not_required(today):
    few = TABLES["themes"][0] | {"heard_from_few": True, "name": "Faith"}
    release = ReleaseFactory()
    sign(release, tables=TABLES | {"themes": [few]})
    reply = ReplyWordingFactory(reply__release=release).reply
    PromiseFactory(reply=reply)
    assert reasons_not_to_publish(reply) == []
    advice = " ".join(advice_by_the_four_fs(reply, on=today))
    assert "it was kept: Faith." in advice
    assert "There is no easy read in English." in advice.replace("there", "There")


def test_late_and_not_sorry_is_said(today):
    reply = ReplyWordingFactory(reply__release__consultation__overdue=True).reply
    sorry = "this reply is late, and English does not say sorry"
    assert sorry in " ".join(advice_by_the_four_fs(reply, on=today))
    reply.wordings.update(thanks="We are sorry. Thank you.")
    assert sorry not in " ".join(advice_by_the_four_fs(reply, on=today))


def test_easy_read_is_written_over_and_kept_once_it_is_out(worker):
    reply = PromiseFactory(reply=ReplyWordingFactory().reply).reply
    for words in ("One.", "Two."):
        write_easy_read(
            reply, language="en", rows=[Row("we_did", "done", words)], by=worker
        )
    assert [row.words for row in reply.easy_rows.all()] == ["Two."]
    publish_reply(reply, by=worker)
    with pytest.raises(ReplyIsPublished):
        write_easy_read(reply, language="en", rows=[], by=worker)


def test_each_age_reads_its_own_words_and_easy_read_where_it_is_asked_for(
    reply, worker, today
):
    for bands, said in ((["8-11"], "Short."), (["11-17"], "Longer.")):
        words = SAID | {"you_said": said}
        word_reply(reply, language="en", age_bands=bands, by=worker, **words)
    EasyRowFactory(reply=reply)
    read = {
        wanted: read_reply(reply, language="en", on=today, wanted=wanted)
        for wanted in ("8-11", "11-17", "easy", "nobody")
    }
    assert read["8-11"]["reply_told"].words.you_said == "Short."
    assert read["11-17"]["reply_told"].words.you_said == "Longer."
    assert [part.part for part in read["easy"]["easy"]] == ["we_did"]
    assert [one.words for one in read["nobody"]["versions"]] == [
        "8 to 11",
        "11 to 17",
        "Easy read",
    ]


def test_published_reply_is_put_right_beside_and_stays_as_it_was(worker):
    reply = ReplyWordingFactory(reply__published=True).reply
    (note,) = correct_reply(reply, texts={"en": "It was April."}, by=worker)
    assert (note.text, note.by) == ("It was April.", worker)
    assert reply.wordings.get().you_said.startswith("Moves come")
    assert Entry.objects.get(verb="replies.correct").details == {"languages": ["en"]}


@pytest.mark.parametrize("text", ["", "It was 7 of you."])
def test_correction_needs_every_language_and_no_number_of_our_own(worker, text):
    reply = ReplyWordingFactory(reply__published=True).reply
    with pytest.raises(CorrectionRefused):
        correct_reply(reply, texts={"en": text}, by=worker)
    assert not reply.corrections.exists()


def test_unpublished_reply_is_changed_and_not_corrected(worker):
    with pytest.raises(NotPublishedYet):
        correct_reply(ReplyWordingFactory().reply, texts={"en": "x"}, by=worker)
