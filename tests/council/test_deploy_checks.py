from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection
from django.utils import timezone

from tests.factories.deployment import safely_deployed
from voice.council import deploy_checks
from voice.council.domain.heartbeat import beat
from voice.council.models import Heartbeat

FILES = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
ELSEWHERE = {"default": {"BACKEND": "somewhere.SharedStorage"}}
SQLITE = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
POSTGRESQL = {"default": {"ENGINE": "voice.postgresql"}}
MANY = {"MACHINES": 2, "DATABASES": POSTGRESQL, "STORAGES": ELSEWHERE}
LOCAL = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
AT_ONCE = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
READ = (
    "ALLAUTH_TRUSTED_PROXY_COUNT",
    "AUDIT_CHECKPOINT",
    "CACHES",
    "DATABASES",
    "ERASURES_FILE",
    "MACHINES",
    "MEDIA_IS_SHARED",
    "SECURE_PROXY_SSL_HEADER",
    "STORAGES",
    "TASKS",
    "WAGTAILADMIN_BASE_URL",
)


def ids(errors):
    return [error.id for error in errors]


@pytest.fixture
def found(settings, monkeypatch):
    """Return a function from settings to the ids of the checks here that fail."""

    def run(**changes):
        safely_deployed(settings)
        told = {name: getattr(settings, name) for name in READ}
        monkeypatch.setattr(
            deploy_checks, "settings", SimpleNamespace(**(told | changes))
        )
        checks = (
            deploy_checks.many_machines_share_everything,
            deploy_checks.limits_are_shared,
            deploy_checks.work_is_done_behind,
            deploy_checks.proxies_are_counted,
            deploy_checks.what_must_outlive_the_database_is_kept,
            deploy_checks.letters_lead_to_https,
        )
        return [error for check in checks for error in check(None)]

    return run


def test_a_safe_deployment_passes(found):
    assert found() == []
    assert found(**MANY) == []
    assert found(**MANY | {"STORAGES": FILES, "MEDIA_IS_SHARED": True}) == []


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (MANY | {"DATABASES": SQLITE}, "voice.E011"),
        (MANY | {"STORAGES": FILES, "MEDIA_IS_SHARED": False}, "voice.E012"),
        ({"CACHES": LOCAL}, "voice.E013"),
        ({"TASKS": AT_ONCE}, "voice.E014"),
        ({"ALLAUTH_TRUSTED_PROXY_COUNT": 0}, "voice.E015"),
        ({"SECURE_PROXY_SSL_HEADER": None}, "voice.E015"),
        ({"ERASURES_FILE": ""}, "voice.E016"),
        ({"AUDIT_CHECKPOINT": ""}, "voice.E016"),
        ({"WAGTAILADMIN_BASE_URL": "http://voice.example"}, "voice.E017"),
    ],
)
def test_each_mistake_is_named(found, change, id):
    errors = found(**change)
    assert ids(errors) == [id]
    assert errors[0].hint


def test_mistakes_are_looked_for_when_deploying(settings):
    safely_deployed(settings)
    settings.WAGTAILADMIN_BASE_URL = "http://voice.example"
    plain = ids(run_checks(tags=["security"]))
    deploying = ids(run_checks(tags=["security"], include_deployment_checks=True))
    assert "voice.E017" not in plain
    assert "voice.E017" in deploying


@pytest.mark.on_both
@pytest.mark.django_db
def test_the_database_of_the_tests_is_asked_whether_it_keeps_what_it_says():
    wrong = deploy_checks.database_keeps_what_it_says_it_keeps(databases=["default"])
    assert deploy_checks.database_keeps_what_it_says_it_keeps() == []
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = off")
        told = deploy_checks.database_keeps_what_it_says_it_keeps(databases=["default"])
        assert len(told) == len(wrong) + 1 or ids(told) == ids(wrong)
        assert "synchronous_commit = off" in str([error.msg for error in told])
    else:
        assert wrong == []


@pytest.mark.on_both
@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "said"), [(None, 1), (14, 0), (16, 1)])
def test_due_work_that_is_not_done_is_said(minutes, said):
    if minutes is not None:
        beat(timezone.now() - timedelta(minutes=minutes))
    told = deploy_checks.due_work_is_done(databases=["default"])
    assert ids(told) == ["voice.W019"] * said
    assert deploy_checks.due_work_is_done() == []


@pytest.mark.django_db
def test_a_database_that_does_not_answer_has_no_heartbeat(monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(Heartbeat.objects, "values_list", refuse)
    assert ids(deploy_checks.due_work_is_done(databases=["default"])) == ["voice.W019"]
