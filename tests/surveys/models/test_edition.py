"""The database itself keeps editions and questions apart."""

import pytest
from django.db import IntegrityError, transaction

from surveys.models import Question
from tests.factories.surveys import EditionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_edition_number_is_used_once_a_survey():
    edition = EditionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionFactory(survey=edition.survey, number=edition.number)


def test_question_key_is_used_once_a_survey():
    survey = EditionFactory().survey
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.create(
            survey=survey, key="safe", kind="scale", prompt="Again", position=9
        )
