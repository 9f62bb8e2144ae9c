import pytest

from tests.factories.replies import ReplyFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
)
from voice.replies.queries import languages_to_answer, published_replies

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_languages_to_answer_are_those_of_every_edition():
    survey = SurveyFactory(live=True)
    for number, languages in enumerate([["en", "ur"], ["en", "pl"]], start=1):
        EditionFactory(
            survey=survey,
            number=number,
            definition=DEFINITION | {"languages": languages},
        )
    assert languages_to_answer(survey.consultation) == ["en", "pl", "ur"]


def test_a_consultation_not_asked_yet_is_answered_in_the_base_language():
    assert languages_to_answer(ConsultationFactory()) == ["en"]


def test_published_replies_leave_drafts_out():
    ReplyFactory()
    out = ReplyFactory(published=True)
    assert list(published_replies()) == [out]
