"""Fixtures every test may use; fixtures of one room live beside its tests."""

import os
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from surveys.queries.bands import forget_bands_of_editions
from surveys.queries.steps import forget_editions
from surveys.views.ceilings import forget_counts
from surveys.views.compiled import forget_compiled
from tests.first_database import copy_for_tests
from tests.foundations import lay_foundations
from tests.pages import read_page
from voice.council.queries.reading_times import forget_reading_times

# A slow machine is no defect: examples have no deadline.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")


# What a test without a mark asks for when it wants the database.
DATABASE = ("transactional_db", "db")


class ReadingClient(Client):
    """A test client that parses every page it is given."""

    def request(self, **request):
        """Answer, and refuse a page that is not well made."""
        page = super().request(**request)
        kind = page.headers.get("Content-Type", "")
        if kind.startswith("text/html") and not page.streaming and page.content:
            ours = not request["PATH_INFO"].startswith(("/admin/", "/documents/"))
            page.parsed = read_page(page.content.decode(), ours=ours)
        return page


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, django_db_blocker
):
    """Let the tests' database begin as a copy of one that was migrated."""
    with django_db_blocker.unblock():
        copy_for_tests()


@pytest.fixture
def client():
    """Return a client that parses every page."""
    return ReadingClient()


@pytest.fixture
def sign_in(client):
    """Return a function that signs `user` in and returns the client."""

    def signed_in(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture(autouse=True)
def _empty_cache():
    """Start each test in English, with an empty cache and nothing remembered."""
    cache.clear()
    forget_editions()
    forget_compiled()
    forget_counts()
    forget_bands_of_editions()
    forget_reading_times()
    translation.activate("en")


@pytest.fixture(autouse=True)
def _foundations(request):
    """Give every test of the database what migrations laid, after a flush too."""
    if request.node.get_closest_marker("django_db"):
        database = "_django_db_marker"
    else:
        asked_for = (one for one in DATABASE if one in request.fixturenames)
        database = next(asked_for, None)
    if database:
        request.getfixturevalue(database)
        lay_foundations()


@pytest.fixture
def today():
    """Return today's date in London."""
    return timezone.localdate()


@pytest.fixture
def in_days(today):
    """Return a function from a number of days to the date that far off."""
    return lambda days: today + timedelta(days=days)


class OneHouse(LoadScopeScheduling):
    """Hands out test by test, but those of the demonstration to one worker together.

    They share one house, which takes a minute to build.
    """

    def _split_scope(self, nodeid):
        """Return what goes to one worker: the file of the demonstration, or one test."""
        file = nodeid.partition("::")[0]
        return file if file.startswith("tests/demonstration/") else nodeid


def pytest_xdist_make_scheduler(config, log):
    """Have tests handed out so."""
    return OneHouse(config, log)


def pytest_sessionfinish(session, exitstatus):
    """Fail a run in which something was skipped, when asked to."""
    if not os.environ.get("VOICE_NO_SKIPS"):
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and not exitstatus:
        session.exitstatus = 1
        reporter.write_line("A skipped test is a failed run.", red=True)
