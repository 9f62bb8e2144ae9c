from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from voice.council import due
from voice.council.domain.deliveries import deliver
from voice.council.domain.heartbeat import beat
from voice.council.models import Heartbeat
from voice.demonstration.domain.serving import do_once

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]

WELL = {
    "status": "well",
    "database": True,
    "heartbeat": {"well": True, "minutes": 0, "failing": []},
    "tasks": {"well": True, "waiting": 0},
}


def ago(**span):
    return timezone.now() - timedelta(**span)


def test_health_is_well_after_the_due_work_was_done(client, capsys):
    call_command("run_due")
    page = client.get("/health/")
    assert (page.status_code, page.json()) == (200, WELL)
    assert page.headers["Cache-Control"] == "no-store"


def test_a_house_whose_due_work_never_ran_is_unwell(client):
    page = client.get("/health/")
    assert page.status_code == 503
    assert page.json()["heartbeat"] == {"well": False, "minutes": None, "failing": []}


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 503)])
def test_a_heartbeat_older_than_a_quarter_of_an_hour_is_said(client, minutes, status):
    beat(ago(minutes=minutes))
    page = client.get("/health/")
    assert page.status_code == status
    assert page.json()["heartbeat"]["minutes"] == minutes


def test_due_work_that_fails_is_named(client, monkeypatch, caplog, capsys):
    def fails(now):
        raise ValueError("no")

    monkeypatch.setattr(due, "_registered", {"queue watched": fails})
    with pytest.raises(CommandError):
        call_command("run_due")
    page = client.get("/health/")
    assert page.status_code == 503
    assert page.json()["heartbeat"]["failing"] == ["queue watched"]


def test_a_database_that_does_not_answer_is_said(client, monkeypatch):
    def refuse():
        raise DatabaseError("password in the address of the database")

    monkeypatch.setattr(Heartbeat.objects, "first", refuse)
    page = client.get("/health/")
    assert page.status_code == 503
    assert page.json()["database"] is False
    assert b"password" not in page.content


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 503)])
def test_tasks_that_no_worker_does_are_counted(client, settings, minutes, status):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    beat(timezone.now())
    deliver.enqueue("4b0a6c2e-0000-4000-8000-000000000001")
    DBTaskResult.objects.update(enqueued_at=ago(minutes=minutes))
    page = client.get("/health/")
    assert page.status_code == status
    assert page.json()["tasks"] == {"well": status == 200, "waiting": 1}


def test_the_demonstration_keeps_its_own_heart_beating(db):
    do_once()
    assert Heartbeat.objects.get().at > ago(minutes=1)
