from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from voice.council import due
from voice.council.domain.deliveries import deliver
from voice.council.domain.heartbeat import beat
from voice.council.enums import Pulse
from voice.council.models import Heartbeat
from voice.demonstration.domain.serving import do_once

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]

WELL = {
    "status": "well",
    "ready": True,
    "database": True,
    "migrations": {"well": True, "waiting": 0},
    "heartbeat": {"well": True, "minutes": 0, "failing": []},
    "counting": {"well": True, "minutes": 0},
    "tasks": {"well": True, "waiting": 0, "oldest_seconds": 0},
    "disk": {"well": True, "free": 2**40},
}


@pytest.fixture(autouse=True)
def _room_on_the_disk(monkeypatch):
    monkeypatch.setattr("voice.council.queries.health._disk_free", lambda: 2**40)


def ago(**span):
    return timezone.now() - timedelta(**span)


@pytest.fixture
def counting():
    """Let what counts every few seconds run now."""
    return beat(timezone.now(), of=Pulse.COUNTING)


def test_health_is_well_after_the_due_work_was_done(client, counting, capsys):
    call_command("run_due")
    page = client.get("/health/")
    assert (page.status_code, page.json()) == (200, WELL)
    assert page.headers["Cache-Control"] == "no-store"


def test_a_house_whose_due_work_never_ran_is_unwell(client):
    page = client.get("/health/")
    assert page.status_code == 503
    assert page.json()["heartbeat"] == {"well": False, "minutes": None, "failing": []}


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 503)])
def test_a_heartbeat_older_than_a_quarter_of_an_hour_is_said(
    client, counting, minutes, status
):
    beat(ago(minutes=minutes))
    page = client.get("/health/")
    assert page.status_code == status
    assert page.json()["heartbeat"]["minutes"] == minutes


def test_counting_that_stopped_alone_is_said(client, capsys):
    call_command("run_due")
    page = client.get("/health/")
    assert page.status_code == 503
    assert page.json()["counting"] == {"well": False, "minutes": None}
    assert page.json()["heartbeat"]["well"]
    assert page.json()["ready"]


@pytest.mark.parametrize(("minutes", "status"), [(4, 200), (6, 503)])
def test_counting_is_missed_after_five_minutes(client, capsys, minutes, status):
    call_command("run_due")
    beat(ago(minutes=minutes), of=Pulse.COUNTING)
    page = client.get("/health/")
    assert page.status_code == status
    assert page.json()["counting"]["minutes"] == minutes


@pytest.mark.django_db(transaction=True)
def test_a_heartbeat_is_of_a_kind_that_is_watched():
    with pytest.raises(IntegrityError):
        Heartbeat.objects.create(of="other", at=timezone.now())


def test_due_work_that_fails_is_named(client, counting, monkeypatch, caplog, capsys):
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

    monkeypatch.setattr(Heartbeat.objects, "all", refuse)
    page = client.get("/health/")
    assert page.status_code == 503
    assert page.json()["database"] is False
    assert b"password" not in page.content


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 503)])
def test_tasks_that_no_worker_does_are_counted(
    client, counting, settings, minutes, status
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    beat(timezone.now())
    deliver.enqueue("4b0a6c2e-0000-4000-8000-000000000001")
    DBTaskResult.objects.update(enqueued_at=ago(minutes=minutes))
    page = client.get("/health/")
    assert page.status_code == status
    told = page.json()["tasks"]
    assert (told["well"], told["waiting"]) == (status == 200, 1)
    assert minutes * 60 <= told["oldest_seconds"] < minutes * 60 + 60


def test_the_demonstration_keeps_its_own_heart_beating(db):
    do_once()
    assert Heartbeat.objects.get().at > ago(minutes=1)


def test_a_machine_is_live_without_its_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get("/health/live/")
    assert (page.status_code, page.content) == (200, b"live\n")


def test_a_stopped_heartbeat_takes_no_page_from_young_people(client):
    beat(ago(hours=3))
    page = client.get("/health/ready/")
    assert page.status_code == 200
    assert (page.json()["status"], page.json()["ready"]) == ("unwell", True)


def test_a_database_that_does_not_answer_is_not_ready(client, monkeypatch):
    def refuse():
        raise DatabaseError

    monkeypatch.setattr(Heartbeat.objects, "all", refuse)
    assert client.get("/health/ready/").status_code == 503


def test_a_database_older_than_the_program_is_not_ready(client, counting):
    beat(timezone.now())
    newest = MigrationRecorder.Migration.objects.filter(app="council").latest("id")
    newest.delete()
    page = client.get("/health/ready/")
    assert page.status_code == 503
    assert page.json()["migrations"] == {"well": False, "waiting": 1}
    assert client.get("/health/").status_code == 503


def test_a_full_disk_is_not_ready(client, monkeypatch):
    beat(timezone.now())
    monkeypatch.setattr("voice.council.queries.health._disk_free", lambda: 2**20)
    assert client.get("/health/ready/").status_code == 503


@pytest.mark.parametrize(
    ("token", "said"),
    [("", "Bearer "), ("right", ""), ("right", "Bearer wrong"), ("right", "right")],
)
def test_there_are_no_metrics_without_the_token(client, settings, token, said):
    settings.METRICS_TOKEN = token
    page = client.get("/health/metrics/", headers={"Authorization": said})
    assert page.status_code == 404


def test_metrics_are_told_to_who_has_the_token(client, counting, settings):
    settings.METRICS_TOKEN = "right"
    beat(ago(minutes=3))
    page = client.get("/health/metrics/", headers={"Authorization": "Bearer right"})
    assert page.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    lines = page.content.decode().splitlines()
    assert "voice_up 1" in lines
    assert "voice_heartbeat_age_seconds 180" in lines
    assert "voice_counting_age_seconds 0" in lines
    assert f"voice_disk_free_bytes {2**40}" in lines


def test_metrics_leave_out_what_is_not_known(client, settings):
    settings.METRICS_TOKEN = "right"
    page = client.get("/health/metrics/", headers={"Authorization": "Bearer right"})
    assert "voice_up 0" in page.content.decode().splitlines()
    assert "heartbeat_age" not in page.content.decode()
