"""The factories make what the models mean."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.surveys import CommentFactory, SurveyFactory
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db


def test_comment_factory_seals_its_words():
    comment = CommentFactory(words="stop moving me")
    assert comment.read() == "stop moving me"
    assert b"stop" not in bytes(comment.sealed_words)


def test_survey_factory_makes_five_blocks():
    assert len(SurveyFactory().questions) == 5


def test_worker_has_the_role():
    assert UserFactory(worker=True).has_role(Role.PARTICIPATION_WORKER)
