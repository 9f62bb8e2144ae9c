"""Consultations are kept with their facts, or refused with a sentence."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from surveys.domain.consultations import keep_consultation, keep_consultation_wording
from surveys.models import Consultation, ConsultationWording
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_consultation_is_kept_and_recorded(worker):
    kept = keep_consultation(ConsultationFactory.build(), by=worker)
    kept.title = "Another title"
    keep_consultation(kept, by=worker)
    assert Consultation.objects.get().title == "Another title"
    assert list(Entry.objects.values_list("verb", flat=True)) == [
        "surveys.create_consultation",
        "surveys.change_consultation",
    ]


@pytest.mark.parametrize("fact", ["asking", "why", "can_change", "decision_maker"])
def test_consultation_without_its_facts_is_refused(worker, fact):
    with pytest.raises(ValidationError) as refusal:
        keep_consultation(ConsultationFactory.build(**{fact: ""}), by=worker)
    assert list(refusal.value.error_dict) == [fact]
    assert not Consultation.objects.exists()


def test_consultation_cannot_close_before_it_opens(worker):
    made = ConsultationFactory.build()
    made.closes_on = made.opens_on - timedelta(days=1)
    with pytest.raises(ValidationError, match="It must close after it opens"):
        keep_consultation(made, by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_consultation_cannot_promise_a_reply_before_it_closes(worker):
    made = ConsultationFactory.build()
    made.reply_due_on = made.closes_on
    with pytest.raises(ValidationError, match="reply date must be after"):
        keep_consultation(made, by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_consultation_is_worded_once_a_language(worker):
    consultation = ConsultationFactory()
    words = dict.fromkeys(
        [
            "title",
            "asking",
            "why",
            "can_change",
            "cannot_change",
            "decision_maker",
            "who_reads",
            "asked_who",
        ],
        "لفظ",
    )
    wording = ConsultationWording(consultation=consultation, language="ur", **words)
    keep_consultation_wording(wording, by=worker)
    again = ConsultationWording(consultation=consultation, language="ur", **words)
    with pytest.raises(ValidationError):
        keep_consultation_wording(again, by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
