"""One list of everything that is looked at: errors first, each with where to mend it."""

import pytest
from django.urls import reverse

from surveys import publish_checks
from surveys.domain.capacity import allow_reading
from surveys.domain.jargon import keep_jargon
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.logic.findings import Level, warning
from surveys.models import Survey
from surveys.queries import checking
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture(autouse=True)
def worker():
    UserFactory(lead=True)
    HelpLineFactory()
    return UserFactory(worker=True, name="Noor")


def findings_of(survey):
    """Return what is found in `survey` once it is saved as it stands."""
    survey.save_revision(clean=False)
    return checking.findings_of(survey.get_latest_revision_as_object())


def about(survey, words):
    """Return what is found whose sentence holds `words`."""
    return [f for f in findings_of(survey) if words in f.sentence]


def test_errors_come_first():
    found = [f.is_error for f in findings_of(SurveyFactory(age_bands=[]))]
    assert found == sorted(found, reverse=True)
    assert {True, False} == set(found)


def test_a_warning_of_a_higher_app_refuses_nothing(worker, monkeypatch):
    checks = {"mild": lambda survey: [warning("Think again.")]}
    monkeypatch.setattr(publish_checks, "_registered", checks)
    survey = SurveyFactory()
    assert about(survey, "Think again.")
    publish_survey(survey, by=worker)


def test_a_finding_leads_to_its_question():
    survey = SurveyFactory()
    survey.questions[0].value["prompt"] = "Do you like your placement?"
    [finding] = about(survey, "placement")
    editor = reverse("wagtailsnippets_surveys_survey:edit", args=[survey.pk])
    assert finding.href == f"{editor}#block-{survey.questions[0].id}-section"
    assert finding.about == "Do you like your placement?"


def test_a_finding_in_a_translation_leads_to_its_words(worker):
    keep_jargon(language="ur", lines="لفظ", by=worker)
    survey = SurveyFactory(languages=["en", "ur"])
    survey.wordings.create(
        key="safe", part="prompt", language="ur", text="یہ لفظ", base="?"
    )
    [finding] = about(survey, "لفظ")
    assert finding.href == reverse("survey_wordings", args=[survey.pk, "ur", "any"])


def test_an_unfinished_question_is_led_to(worker):
    value = {"key": "q", "prompt": "Yes?", "options": [{"key": "yes", "text": "Yes"}]}
    survey = SurveyFactory(questions=[("single", value)])
    [finding] = about(survey, "is not finished")
    assert finding.href.endswith(f"#block-{survey.questions[0].id}-section")


def test_more_comments_than_hours_is_an_error_until_a_manager_says_yes(worker):
    survey = SurveyFactory(expected=5000)
    survey.save_revision()
    [finding] = about(survey, "comments are expected")
    assert finding.sentence == (
        "About 2000 comments are expected: 100 hours of reading. Its readers have "
        f"{finding.sentence.rpartition(' have ')[2]}"
    )
    assert finding.href == reverse("surveys:reading_time", args=[survey.slug])
    with pytest.raises(CannotPublish, match="comments are expected"):
        publish_survey(survey, by=worker)
    allow_reading(survey, how="Six more read.", by=UserFactory(administrator=True))
    assert about(survey, "comments are expected") == []
    publish_survey(Survey.objects.get(pk=survey.pk), by=worker)


def test_a_managers_yes_holds_for_what_was_expected_then(worker):
    survey = SurveyFactory(expected=5000)
    survey.save_revision()
    allow_reading(survey, how="Six more read.", by=UserFactory(administrator=True))
    survey.expected = 5003
    assert about(survey, "comments are expected")


def test_readers_with_more_hours_make_it_fit(worker):
    survey = SurveyFactory(expected=5000)
    worker.reading_hours = 200
    worker.save()
    assert about(survey, "comments are expected") == []


def test_a_survey_that_does_not_say_how_many_is_told_so():
    assert about(SurveyFactory(), "how many answers you expect")
    assert about(SurveyFactory(expected=0), "how many answers you expect") == []


def test_another_survey_of_the_same_group_is_named_with_its_bands(worker):
    publish_survey(SurveyFactory(title="School", expected=60), by=worker)
    survey = SurveyFactory(age_bands=["8-11", "11-17"])
    [finding] = about(survey, "within eight weeks")
    assert finding.sentence == (
        "11 to 17: “School” asks them within eight weeks of it."
    )
    assert finding.level is Level.WARNING


def test_what_others_still_write_is_told_without_its_words():
    SurveyFactory(title="quokkaberry", members=[UserFactory(outsider=True, name="Bo")])
    [finding] = about(SurveyFactory(), "within eight weeks")
    assert "quokkaberry" not in finding.sentence
    assert "(by Bo)" in finding.sentence


def test_other_bands_and_other_times_are_not_near():
    SurveyFactory(age_bands=["16-25"])
    far = ConsultationFactory(
        opens_on=in_days(10 + 57), closes_on=in_days(80), reply_due_on=in_days(99)
    )
    SurveyFactory(consultation=far)
    assert about(SurveyFactory(), "within eight weeks") == []


def test_a_spent_budget_of_the_quarter_is_told():
    CouncilFactory(questions_a_quarter=9)
    consultation = ConsultationFactory()
    SurveyFactory(consultation=consultation)
    [finding] = about(
        SurveyFactory(consultation=consultation), "questions this quarter"
    )
    assert "asked 10 questions" in finding.sentence


def test_a_closed_survey_is_not_reckoned_with():
    survey = SurveyFactory(
        expected=90_000, consultation=ConsultationFactory(closed=True)
    )
    assert about(survey, "comments are expected") == []


def test_a_band_without_a_help_line_is_told():
    HelpLineFactory(name="Old", youngest=18, oldest=25)
    assert about(SurveyFactory(age_bands=["16-25"]), "help line") == []
    HelpLineFactory._meta.model.objects.update(youngest=26, oldest=30)
    [finding] = about(SurveyFactory(), "help line")
    assert finding.sentence.startswith("11 to 17:")


def test_the_list_of_workers_words_is_the_councils_own(worker):
    survey = SurveyFactory(title="My worker")
    assert about(survey, "worker's word") == []
    keep_jargon(language="en", lines="my worker: the person", by=worker)
    [finding] = about(survey, "worker's word")
    assert finding.mend == "Say “the person”, or what you mean by it, in their words."


def test_sixty_questions_in_many_wordings_are_looked_through_quickly():
    question = {"prompt": "How are you this morning?", "help": ""}
    survey = SurveyFactory(
        questions=[("long_text", question | {"key": f"q{n}"}) for n in range(60)],
        age_bands=["4-7", "8-11", "11-17", "16-25"],
    )
    assert len(about(survey, "a lot already")) == 4


def test_looking_asks_few_questions_of_the_database(django_assert_max_num_queries):
    survey = SurveyFactory(languages=["en", "ur"], breakdowns=[])
    survey.save_revision()
    latest = survey.get_latest_revision_as_object()
    with django_assert_max_num_queries(44):
        checking.findings_of(latest)


def test_a_condition_that_cannot_hold_refuses_and_leads_to_its_question(worker):
    survey = SurveyFactory()
    survey.questions[1].value["extras"] = {
        "show_if": {"question": "gone_by", "operator": "is", "value": "yes"}
    }
    survey.save_revision()
    [finding] = about(survey, "no longer here")
    assert finding.is_error
    assert finding.href.endswith(f"#block-{survey.questions[1].id}-section")
    with pytest.raises(CannotPublish, match="no longer here"):
        publish_survey(survey.get_latest_revision_as_object(), by=worker)


def test_a_question_that_can_never_be_shown_is_told_once():
    survey = SurveyFactory()
    both = [
        {"question": "know_worker", "operator": "is", "value": value}
        for value in ("yes", "no")
    ]
    survey.questions[2].value["extras"] = {"show_if": {"all": both}}
    never = [
        *about(survey, "can never be shown"),
        *about(survey, "Nobody can ever be shown"),
    ]
    assert [finding.is_error for finding in never] == [True]


def test_what_is_not_recorded_leads_to_where_it_is_recorded():
    survey = SurveyFactory()
    [finding] = about(survey, "no recording")
    assert finding.href == reverse("survey_wordings", args=[survey.pk, "en", "any"])
