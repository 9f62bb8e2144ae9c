import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.text_pauses import pause_text, resume_text
from surveys.enums import PausedBy
from surveys.models import TextPause
from surveys.queries.text_pauses import pauses_now, text_is_paused
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def survey():
    return EditionFactory().survey


def verbs():
    return list(
        Entry.objects.filter(verb__contains="_text").values_list("verb", "actor_name")
    )


def test_text_is_closed_and_opened_again_and_both_are_written_down(survey):
    manager = UserFactory(name="Manager")
    pause = pause_text(survey, by=manager)
    assert pause_text(survey, by=None) == pause
    assert text_is_paused(survey.pk)
    assert pauses_now() == {survey.pk: pause}
    resume_text(survey, by=manager)
    assert not text_is_paused(survey.pk)
    assert verbs() == [
        ("surveys.pause_text", "Manager"),
        ("surveys.resume_text", "Manager"),
    ]


def test_the_machine_opens_only_what_the_machine_closed(survey):
    pause_text(survey, by=UserFactory())
    resume_text(survey, by=None)
    assert text_is_paused(survey.pk)
    resume_text(survey, by=UserFactory())
    pause_text(survey, by=None)
    resume_text(survey, by=None)
    assert not text_is_paused(survey.pk)


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": PausedBy.PERSON},
        {"origin": PausedBy.MACHINE, "began_by": "somebody"},
        {"origin": PausedBy.MACHINE, "ended_by": "somebody"},
    ],
    ids=["nobody's", "the machine's by somebody", "ended by somebody, not ended"],
)
def test_a_pause_is_whole(survey, wrong):
    people = {key: UserFactory() for key in wrong if key.endswith("_by")}
    with pytest.raises(IntegrityError), transaction.atomic():
        TextPause.objects.create(survey=survey, **(wrong | people))


def test_a_survey_is_paused_once_at_a_time(survey):
    TextPause.objects.create(survey=survey, origin=PausedBy.MACHINE)
    with pytest.raises(IntegrityError), transaction.atomic():
        TextPause.objects.create(survey=survey, origin=PausedBy.MACHINE)
    TextPause.objects.update(ended_at=timezone.now())
    TextPause.objects.create(survey=survey, origin=PausedBy.MACHINE)
