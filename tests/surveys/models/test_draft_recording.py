"""What a draft recording, and a machine's voice kept, can never be."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.made_by import MadeBy
from surveys.models import DraftRecording, Wording
from surveys.models.draft_recording import DraftState
from tests.factories.accounts import UserFactory
from tests.factories.aloud import DraftRecordingFactory, MediumFactory
from tests.factories.surveys import SurveyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"state": DraftState.WAITING}, "sounds_once_it_is_made"),
        ({"sound": None}, "sounds_once_it_is_made"),
        ({"heard_at": timezone.now()}, "heard_by_somebody"),
        ({"state": DraftState.DROPPED}, "decided_by_somebody"),
        ({"decided_at": timezone.now()}, "decided_by_somebody"),
    ],
)
def test_a_draft_that_contradicts_itself_is_refused(changes, constraint):
    draft = DraftRecordingFactory()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        DraftRecording.objects.filter(pk=draft.pk).update(**changes)


def test_what_nobody_has_heard_cannot_be_kept():
    draft, worker = DraftRecordingFactory(), UserFactory(worker=True)
    kept = {
        "state": DraftState.KEPT,
        "decided_by": worker,
        "decided_at": timezone.now(),
    }
    rows = DraftRecording.objects.filter(pk=draft.pk)
    with pytest.raises(IntegrityError, match="kept_once_heard"), transaction.atomic():
        rows.update(**kept)
    assert rows.update(**kept, heard_by=worker, heard_at=timezone.now()) == 1


def test_a_wording_has_one_draft():
    draft = DraftRecordingFactory()
    # SQLite names the columns instead of the constraint.
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftRecordingFactory(survey=draft.survey)


@pytest.mark.parametrize("missing", ["kept_by", "kept_at", "sound", "said"])
def test_a_machines_voice_is_kept_by_somebody(missing):
    holds = {
        "text": "x",
        "made_by": MadeBy.MACHINE,
        "sound": MediumFactory(),
        "said": "x",
        "kept_by": UserFactory(worker=True),
        "kept_at": timezone.now(),
    }
    place = {"survey": SurveyFactory(), "key": "know_worker", "language": "ur"}
    holds[missing] = "" if missing == "said" else None
    with (
        pytest.raises(IntegrityError, match="machine_voice_was_kept"),
        transaction.atomic(),
    ):
        Wording.objects.create(part="prompt", **place, **holds)


def test_a_persons_voice_is_kept_by_nobody():
    with (
        pytest.raises(IntegrityError, match="machine_voice_was_kept"),
        transaction.atomic(),
    ):
        Wording.objects.create(
            survey=SurveyFactory(),
            key="know_worker",
            part="prompt",
            language="ur",
            text="x",
            sound=MediumFactory(),
            kept_by=UserFactory(worker=True),
        )
