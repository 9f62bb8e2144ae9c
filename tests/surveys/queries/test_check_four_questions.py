import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.drafting.reading import draft_of
from surveys.logic.four_questions import EVERY_PART
from surveys.models import Consultation, Survey
from surveys.queries.check_four_questions import found_in_four_questions
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    ConsultationFactory,
    ConsultationWordingFactory,
    EditionFactory,
    SurveyFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def found(survey):
    survey.consultation = Consultation.objects.get(pk=survey.consultation_id)
    return list(found_in_four_questions(survey, draft_of(survey)))


@pytest.mark.parametrize("part", EVERY_PART)
def test_nothing_is_published_until_each_part_is_answered(part):
    UserFactory(lead=True)
    worker = UserFactory(worker=True)
    survey = SurveyFactory(consultation=ConsultationFactory(**{part: " "}))
    with pytest.raises(CannotPublish) as refusal:
        publish_survey(survey, by=worker)
    name = str(Consultation._meta.get_field(part).verbose_name)
    [reason] = refusal.value.reasons
    assert reason == f"English: the consultation does not say yet: {name}."
    Consultation.objects.update(**{part: "Now it does."})
    assert publish_survey(Survey.objects.get(), by=worker).number == 1


def test_it_leads_to_where_it_is_written():
    survey = SurveyFactory(consultation=ConsultationFactory(how_safe=""))
    [finding] = found(survey)
    assert finding.href == reverse("consultations:edit", args=[survey.consultation_id])


def test_each_language_it_is_asked_in_is_answered_in():
    survey = SurveyFactory(languages=["en", "ur", "pl"])
    wording = ConsultationWordingFactory(
        consultation=survey.consultation, who_listens=""
    )
    urdu, polish = found(survey)
    assert urdu.sentence.startswith("Urdu: the consultation does not say yet: who will")
    assert polish.sentence.startswith("Polish: what we ask and why is not there")
    assert (polish.is_error, urdu.is_error) == (True, True)
    assert urdu.href == reverse("consultation-wordings:edit", args=[wording.pk])
    assert polish.href == reverse("consultation-wordings:add")


def test_what_was_open_before_we_asked_this_goes_on_and_says_what_is_missing():
    consultation = ConsultationFactory(how_safe="")
    survey = EditionFactory(survey__consultation=consultation).survey
    [finding] = found(survey)
    assert not finding.is_error
    assert "how it is safe" in finding.sentence


def test_language_that_nobody_was_asked_in_yet_is_answered_in_first():
    survey = EditionFactory().survey
    survey.languages = ["en", "ur"]
    [finding] = found(survey)
    assert finding.is_error


@pytest.mark.parametrize("asked", [True, False])
def test_what_young_people_were_told_is_not_left_empty_again(asked):
    wording = ConsultationWordingFactory()
    if asked:
        EditionFactory(survey__consultation=wording.consultation)
    for words in (wording.consultation, wording):
        words.how_to_say = ""
        if asked:
            with pytest.raises(ValidationError, match="do not leave it empty"):
                words.clean()
        else:
            words.clean()
