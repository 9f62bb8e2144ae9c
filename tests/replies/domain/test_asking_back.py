"""Asking young people of the same groups whether a promise was kept."""

import pytest

from surveys.domain.approvals import approve_language
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.domain.safety_words import approve_safety_words
from surveys.drafting.reading import draft_of
from surveys.models import ConsultationWording
from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReleaseFactory,
)
from tests.factories.surveys import EditionFactory
from voice.audit.models import Entry
from voice.replies.domain.asking_back import ask_back
from voice.replies.domain.errors import CannotAskBack
from voice.replies.models import PromiseSurvey

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True, reads_languages=["en", "ur"])


@pytest.fixture
def promise():
    """Return a promise past its date, asked in English and Urdu before."""
    made = PromiseFactory(late=True, reply__published=True)
    PromiseWordingFactory(promise=made)
    return made


def in_urdu(promise):
    """Ask the consultation before in Urdu too, and word it."""
    before = promise.reply.consultation
    edition = before.surveys.get().editions.get()
    EditionFactory(
        survey=edition.survey,
        number=2,
        definition=edition.definition | {"languages": ["en", "ur"]},
    )
    words = ("title", "asking", "why", "can_change", "cannot_change")
    more = ("decision_maker", "who_reads", "asked_who")
    ConsultationWording.objects.create(
        consultation=before, language="ur", **dict.fromkeys((*words, *more), "لفظ")
    )


def test_the_same_groups_are_asked_two_questions(promise, worker):
    before = promise.reply.consultation
    survey = ask_back(promise, by=worker)
    draft, consultation = draft_of(survey), survey.consultation
    assert [one.key for one in draft.questions] == ["kept", "difference"]
    assert draft.questions[0].help == promise.text
    asked = before.surveys.get().editions.get().definition["age_bands"]
    assert set(survey.age_bands) == set(asked)
    assert (consultation.asked, consultation.asked_who) == (
        before.asked,
        before.asked_who,
    )
    assert consultation.decision_maker == promise.owner_title
    assert not survey.live
    assert Entry.objects.filter(verb="replies.ask_back").count() == 1


def test_it_is_worded_in_every_language_the_promise_was_told_in(promise, worker):
    in_urdu(promise)
    survey = ask_back(promise, by=worker)
    assert survey.languages == ["en", "ur"]
    hint = survey.wordings.get(language="ur", key="kept", part="help")
    assert hint.text == promise.wordings.get().text
    assert survey.consultation.wordings.get().language == "ur"
    approve_safety_words("ur", reader_name="Samina", by=worker)
    approve_language(survey, language="ur", reader_name="Samina", by=worker)
    assert publish_survey(survey, by=worker).number == 1


def test_a_promise_is_asked_of_once(promise, worker):
    ask_back(promise, by=worker)
    with pytest.raises(CannotAskBack, match="asked of this promise already"):
        ask_back(promise, by=worker)
    assert PromiseSurvey.objects.count() == 1


def test_nobody_is_asked_before_the_date_unless_it_is_rated(worker):
    early = PromiseFactory(reply__published=True)
    with pytest.raises(CannotAskBack, match="once its date has passed"):
        ask_back(early, by=worker)
    kept = PromiseFactory(reply__published=True, kept=True)
    assert ask_back(kept, by=worker).pk


def test_nobody_is_asked_of_a_promise_nobody_has_read(worker):
    with pytest.raises(CannotAskBack, match="have not read this promise"):
        ask_back(PromiseFactory(late=True), by=worker)


def test_a_question_of_then_is_asked_again_in_its_own_words(worker):
    release = ReleaseFactory()
    before = release.survey.editions.get()
    for one in before.definition["questions"]:
        words = one["wordings"]["en"][""]
        release.survey.question_rows.get_or_create(
            key=one["key"], defaults={"kind": one["kind"], "prompt": words["prompt"]}
        )
    promise = PromiseFactory(late=True, reply__release=release, reply__published=True)
    survey = ask_back(promise, by=worker, again="know_worker")
    survey.refresh_from_db()
    draft = draft_of(survey)
    assert [one.key for one in draft.questions][:3] == [
        "kept",
        "difference",
        "know_worker",
    ]


def test_a_question_the_reply_did_not_speak_from_is_not_asked_again(promise, worker):
    with pytest.raises(CannotAskBack, match="that the reply spoke from"):
        ask_back(promise, by=worker, again="nothing_like_it")
    assert not PromiseSurvey.objects.exists()


@pytest.mark.parametrize("change", ["prompt", "option", "order", "bands"])
def test_the_question_cannot_be_put_otherwise(promise, worker, change):
    survey = ask_back(promise, by=worker)
    blocks = survey.questions.get_prep_value()
    if change == "prompt":
        blocks[0]["value"]["prompt"] = "Are you not pleased that we kept it?"
    elif change == "option":
        blocks[0]["value"]["options"][0]["text"] = "Yes, thank you"
    elif change == "order":
        blocks.reverse()
    else:
        survey.age_bands = ["16-25"]
    survey.questions = blocks
    with pytest.raises(CannotPublish, match="asks whether we kept a promise"):
        publish_survey(survey, by=worker)


def test_it_is_published_as_it_is_made(promise, worker):
    edition = publish_survey(ask_back(promise, by=worker), by=worker)
    assert [one["key"] for one in edition.definition["questions"]] == [
        "kept",
        "difference",
    ]
