"""Publishing makes an edition, or refuses and changes nothing."""

import pytest

from surveys import publish_checks
from surveys.domain.approvals import approve_language
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.domain.safety_words import approve_safety_words
from surveys.domain.wordings import write_wording, write_wordings
from surveys.drafting.reading import draft_of
from surveys.drafting.survey import moved_sentence
from surveys.logic.drafts import parts_of
from surveys.models import Edition, Question, SafetyApproval, Survey
from surveys.models.edition import EditionIsImmutable
from surveys.queries.editions import current_edition
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    ConsultationWordingFactory,
    SurveyFactory,
)
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    worker = UserFactory(worker=True, reads_languages=["en", "ur"])
    approve_safety_words("ur", reader_name="Amina Sadiq", by=worker)
    return worker


def in_urdu():
    """Return a survey to be asked in Urdu too, as its consultation is."""
    survey = SurveyFactory(languages=["en", "ur"])
    ConsultationWordingFactory(consultation=survey.consultation)
    return survey


def word_all(survey, language, by):
    """Word every part of `survey` in `language`, and have it approved."""
    words = {
        part.name: f"{language}: {part.text}" for part in parts_of(draft_of(survey))
    }
    write_wordings(survey, language=language, words=words, by=by)
    approve_language(survey, language=language, reader_name="Amina Sadiq", by=by)


def asked(kind, **value):
    """Return a block of the editor for one question that says what it informs."""
    return kind, {"help": "", "extras": {"decision": "What we change."}, **value}


def refused(survey, by):
    """Return the reasons why publishing is refused; nothing may have changed."""
    before = list(Edition.objects.values_list("pk", flat=True))
    was_live = Survey.objects.get(pk=survey.pk).live
    with pytest.raises(CannotPublish) as refusal:
        publish_survey(survey, by=by)
    assert Survey.objects.get(pk=survey.pk).live == was_live
    assert list(Edition.objects.values_list("pk", flat=True)) == before
    return refusal.value.reasons


def test_publishing_makes_the_first_edition_and_its_questions(worker):
    survey = SurveyFactory()
    edition = publish_survey(survey, by=worker)
    assert edition.number == 1
    assert edition.definition == DEFINITION
    assert edition.published_by == worker
    assert survey.live
    assert current_edition(survey) == edition
    rows = Question.objects.filter(survey=survey)
    assert [(row.key, row.kind) for row in rows] == [
        (question["key"], question["kind"]) for question in DEFINITION["questions"]
    ]


def test_publishing_is_recorded(worker):
    edition = publish_survey(SurveyFactory(), by=worker)
    entry = Entry.objects.get(verb="surveys.publish")
    assert (entry.actor, entry.object_id) == (worker, str(edition.pk))


def test_publishing_the_same_again_makes_no_new_edition(worker):
    survey = SurveyFactory()
    first = publish_survey(survey, by=worker)
    assert publish_survey(survey, by=worker) == first
    assert Edition.objects.count() == 1


def test_going_back_to_older_words_makes_a_new_edition(worker):
    survey = SurveyFactory(title="First")
    publish_survey(survey, by=worker)
    for number, title in ((2, "Second"), (3, "First")):
        survey.title = title
        edition = publish_survey(survey, by=worker)
        assert edition.number == number
        assert edition.definition["wordings"]["en"][""]["title"] == title


def test_survey_without_questions_is_refused(worker):
    survey = SurveyFactory(questions=[("message", {"prompt": "Hello", "key": "hi"})])
    assert refused(survey, worker) == [
        "Add a question: there is nothing to answer yet."
    ]


def test_survey_without_age_band_is_refused(worker):
    survey = SurveyFactory(age_bands=[])
    [reason] = refused(survey, worker)
    assert "age band" in reason.lower()


def test_survey_without_its_base_language_is_refused(worker):
    survey = SurveyFactory(languages=["ur"])
    assert any("English" in reason for reason in refused(survey, worker))


def test_language_with_wordings_missing_is_refused(worker):
    survey = in_urdu()
    assert refused(survey, worker) == ["Urdu: 19 wordings are missing."]


def test_language_nobody_fluent_has_read_is_refused(worker):
    survey = in_urdu()
    words = {part.name: "لفظ" for part in parts_of(draft_of(survey))}
    write_wordings(survey, language="ur", words=words, by=worker)
    assert refused(survey, worker) == [
        "Urdu: no fluent reader has approved these words."
    ]


def test_language_whose_safety_words_nobody_approved_is_refused(worker):
    SafetyApproval.objects.all().delete()
    survey = in_urdu()
    word_all(survey, "ur", worker)
    assert refused(survey, worker) == [
        "Urdu: no named fluent reader has approved what every survey says of safety "
        "and privacy."
    ]


def test_approval_of_other_safety_words_does_not_count(worker):
    SafetyApproval.objects.update(words_hash="0" * 64)
    survey = in_urdu()
    word_all(survey, "ur", worker)
    [reason] = refused(survey, worker)
    assert "safety and privacy" in reason


def test_approval_lapses_when_a_word_changes(worker):
    survey = in_urdu()
    word_all(survey, "ur", worker)
    write_wording(survey, key="safe", part="low", language="ur", text="اور", by=worker)
    assert refused(survey, worker) == [
        "Urdu: no fluent reader has approved these words."
    ]


def test_approval_lapses_when_the_base_wording_changes(worker):
    survey = in_urdu()
    word_all(survey, "ur", worker)
    survey.introduction = "Something else altogether."
    assert refused(survey, worker) == [
        "Urdu: no fluent reader has approved these words."
    ]


def test_worded_and_approved_language_is_published(worker):
    survey = in_urdu()
    word_all(survey, "ur", worker)
    edition = publish_survey(survey, by=worker)
    assert edition.definition["languages"] == ["en", "ur"]
    assert edition.definition["wordings"]["ur"][""]["title"] == f"ur: {survey.title}"
    safe = edition.definition["questions"][3]["wordings"]["ur"][""]
    assert (safe["low"], safe["high"]) == ("ur: not safe", "ur: very safe")


def test_reason_of_a_higher_room_refuses(worker, monkeypatch):
    monkeypatch.setattr(
        publish_checks, "_registered", {"readers": lambda survey: ["Name a reader."]}
    )
    assert refused(SurveyFactory(), worker) == ["Name a reader."]


def test_key_used_twice_is_refused(worker):
    question = asked("long_text", key="same", prompt="What?")
    survey = SurveyFactory(questions=[question, question])
    assert refused(survey, worker) == [
        "“What?” has the key “same”, which is used twice."
    ]


def test_key_nobody_can_read_is_refused(worker):
    question = asked("long_text", key="Two words", prompt="What?")
    reasons = refused(SurveyFactory(questions=[question]), worker)
    assert "“Two words” is not one" in reasons[-1]


def test_choice_with_one_option_is_refused(worker):
    options = [{"key": "yes", "text": "Yes"}]
    question = asked("single", key="q", prompt="Yes?", options=options)
    [reason] = refused(SurveyFactory(questions=[question]), worker)
    assert reason.startswith("“Yes?” is not finished")


def test_published_question_cannot_get_another_key(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.questions[0].value["key"] = "other"
    [reason] = refused(survey, worker)
    assert "was published with the key “know_worker”" in reason


def test_published_option_cannot_get_another_key(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.questions[0].value["options"][0]["key"] = "yeah"
    [reason] = refused(survey, worker)
    assert "“Yes” was published with the key “yes”" in reason


def test_key_stays_locked_after_other_editions_and_taking_down(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.title = "Second"
    publish_survey(survey, by=worker)
    survey.unpublish(user=worker)
    survey.questions[0].value["key"] = "other"
    [reason] = refused(survey, worker)
    assert "know_worker" in reason


def test_key_of_another_kind_is_refused(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.questions = [asked("long_text", key="know_worker", prompt="Who is it?")]
    [reason] = refused(survey, worker)
    assert "another kind" in reason


def test_emptied_key_of_a_published_question_comes_back(worker):
    survey = SurveyFactory()
    first = publish_survey(survey, by=worker)
    survey.questions[0].value["key"] = ""
    survey.questions[0].value["prompt"] = "Do you know who your worker is?"
    edition = publish_survey(survey, by=worker)
    assert edition.number == first.number + 1
    assert edition.definition["questions"][0]["key"] == "know_worker"


def test_breakdowns_are_fixed_by_the_first_publish(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.breakdowns = ["language"]
    assert refused(survey, worker) == [
        "The breakdowns were fixed when the survey was first published."
    ]


def test_a_breakdown_stays_a_question_of_the_same_choices(worker):
    survey = SurveyFactory()
    survey.questions[0].value["extras"]["about_them"] = True
    survey.breakdowns = ["q:know_worker"]
    edition = publish_survey(survey, by=worker)
    assert edition.definition["breakdowns"] == ["q:know_worker"]
    options = survey.questions[0].value["options"]
    options.append(options[0] | {"id": "", "key": "maybe", "text": "Maybe"})
    [reason] = refused(survey, worker)
    assert reason.startswith("Results are to be broken down by “know_worker”")


def test_a_published_survey_stays_in_its_consultation(worker):
    survey = SurveyFactory()
    home = survey.consultation
    publish_survey(survey, by=worker)
    survey.consultation = ConsultationFactory()
    (reason,) = refused(survey, worker)
    assert reason == f"consultation: {moved_sentence()}"
    moved = Survey.objects.get(pk=survey.pk)
    moved.consultation = ConsultationFactory()
    revision = moved.save_revision(user=worker, clean=False)
    with pytest.raises(CannotPublish) as refusal:
        revision.publish(user=worker)
    assert refusal.value.reasons == [moved_sentence()]
    assert Survey.objects.get(pk=survey.pk).consultation == home


def test_an_unpublished_survey_may_go_into_another_consultation(worker):
    survey = SurveyFactory()
    there = survey.consultation = ConsultationFactory()
    publish_survey(survey, by=worker)
    assert Survey.objects.get(pk=survey.pk).consultation == there


def test_mode_is_fixed_by_the_first_publish(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.mode = "known_to_worker"
    [reason] = refused(survey, worker)
    assert "who they are" in reason


def test_removed_question_keeps_its_row(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    del survey.questions[0]
    edition = publish_survey(survey, by=worker)
    assert "know_worker" not in [q["key"] for q in edition.definition["questions"]]
    assert survey.question_rows.filter(key="know_worker").exists()


def test_facts_of_the_survey_missing_are_named(worker):
    survey = SurveyFactory()
    survey.thanks = ""
    [reason] = refused(survey, worker)
    assert reason.startswith("last words:")


def test_edition_cannot_be_changed_or_deleted(worker):
    edition = publish_survey(SurveyFactory(), by=worker)
    with pytest.raises(EditionIsImmutable):
        edition.save()
    with pytest.raises(EditionIsImmutable):
        edition.delete()
    with pytest.raises(EditionIsImmutable):
        Edition.objects.update(number=9)
    with pytest.raises(EditionIsImmutable):
        Edition.objects.all().delete()


def test_question_that_says_no_decision_is_refused(worker):
    question = ("long_text", {"key": "q", "prompt": "What?", "help": ""})
    assert refused(SurveyFactory(questions=[question]), worker) == [
        "“What?”: It does not say what decision its answers will inform."
    ]
