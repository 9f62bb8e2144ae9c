"""A verdict never changes, whoever tries."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory, VerdictFactory
from voice.replies.models import PromiseNote, PromiseReminder, PromiseSurvey, Verdict
from voice.replies.models.verdict import VerdictIsFrozen

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_a_verdict_is_neither_changed_nor_deleted():
    verdict = VerdictFactory()
    verdict.frozen = {}
    for attempt in (
        verdict.save,
        verdict.delete,
        lambda: Verdict.objects.update(frozen={}),
        lambda: Verdict.objects.all().delete(),
    ):
        with pytest.raises(VerdictIsFrozen):
            attempt()
    verdict.refresh_from_db()
    assert verdict.frozen["promise"] == verdict.promise.text


def test_a_promise_with_a_verdict_stays():
    verdict = VerdictFactory()
    with pytest.raises(ProtectedError):
        verdict.promise.delete()


def test_a_release_makes_one_verdict():
    verdict = VerdictFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Verdict(
            promise=PromiseFactory(),
            release=verdict.release,
            frozen={},
            content_hash="0",
        ).save()


def test_a_promise_has_one_survey_and_a_survey_one_promise():
    verdict = VerdictFactory()
    by = UserFactory(worker=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        PromiseSurvey.objects.create(
            promise=PromiseFactory(), survey=verdict.release.survey, asked_by=by
        )


def test_a_note_says_something():
    with pytest.raises(IntegrityError), transaction.atomic():
        PromiseNote.objects.create(promise=PromiseFactory(), text="", by=UserFactory())


def test_one_reminder_a_week():
    row = {"to": UserFactory(), "week": "2026-11-23", "tried_at": timezone.now()}
    PromiseReminder.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        PromiseReminder.objects.create(**row)
