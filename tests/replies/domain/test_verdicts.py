"""From asking to the verdict, through the usual life of a survey and its release."""

from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.domain.publishing import publish_survey
from surveys.models import Consultation, Survey
from tests.factories.accounts import UserFactory
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory, answer
from tests.factories.replies import PromiseFactory
from voice.audit.models import Entry
from voice.releases.domain.recalls import recall_release
from voice.releases.domain.releases import propose_release, sign_release
from voice.replies.domain.asking_back import ask_back
from voice.replies.models import Verdict
from voice.replies.queries.verdicts import verdicts_of

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def promise():
    return PromiseFactory(kept=True, reply__published=True)


def asked(promise, worker, *, yes, partly, no):
    """Ask of the promise, have so many answer, and let the survey close."""
    survey = ask_back(promise, by=worker)
    publish_survey(survey, by=worker)
    for response, said in zip(
        answer(survey, yes=yes + partly + no, age_band=survey.age_bands[0]),
        ["yes"] * yes + ["partly"] * partly + ["no"] * no,
        strict=True,
    ):
        response.answers = {
            "kept": {"state": "answered", "value": said},
            "difference": {"state": "answered", "value": "same"},
        }
        response.save(update_fields=["answers"])
    today = timezone.localdate()
    Consultation.objects.filter(pk=survey.consultation_id).update(
        opens_on=today - timedelta(days=30), closes_on=today - timedelta(days=1)
    )
    return Survey.objects.get(pk=survey.pk)


def test_the_second_signature_makes_the_verdict_and_not_the_first(promise, worker):
    survey = asked(promise, worker, yes=12, partly=18, no=30)
    release = propose_release(survey, by=worker)
    assert not Verdict.objects.exists()
    sign_release(release, by=UserFactory(worker=True))
    told = verdicts_of([promise])[promise.pk]
    assert told.disagrees
    assert told.release == release
    assert told.words == (
        "Young people from the same groups say: “Yes, you kept it” 15% · “Partly” 35% "
        "· “No, you did not” 50%."
    )
    assert told.then is not None
    entry = Entry.objects.get(verb="replies.verdict")
    assert entry.details["promise"] == promise.pk


def test_under_thirty_answers_the_verdict_is_words_without_a_digit(promise, worker):
    survey = asked(promise, worker, yes=2, partly=6, no=12)
    sign_release(propose_release(survey, by=worker), by=UserFactory(worker=True))
    told = verdicts_of([promise])[promise.pk]
    assert told.disagrees
    said = told.words + told.sentence + told.answered
    assert not any(letter.isdigit() for letter in said)


def test_a_correction_makes_the_verdict_that_stands(promise, worker):
    survey = asked(promise, worker, yes=12, partly=18, no=30)
    second = UserFactory(worker=True)
    first = sign_release(propose_release(survey, by=worker), by=second)
    recall_release(first, why="It counted two of them twice.", by=worker)
    assert verdicts_of([promise]) == {}
    again = sign_release(propose_release(survey, by=worker), by=second)
    assert verdicts_of([promise])[promise.pk].release == again
    assert Verdict.objects.count() == 2


def test_a_release_of_any_other_survey_makes_no_verdict(worker):
    ReleaseFactory(survey=AnsweredSurveyFactory(), issued=True)
    assert not Verdict.objects.exists()
