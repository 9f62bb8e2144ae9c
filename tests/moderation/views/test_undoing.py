from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.moderation.models import Reading

pytestmark = pytest.mark.django_db

UNDO = reverse("moderation:undo_now")


def name_of(reading):
    return f"{reading.comment_id}:{reading.version}"


def page_after(desk, reading):
    return desk.get(reverse("moderation:reading"), {"after": reading.comment_id})


@pytest.mark.parametrize("decided", ["approved", "redacted", "withheld"])
def test_each_decision_can_be_undone_within_ten_seconds(desk, worker, decided):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        reading = ReadingFactory(**{decided: True}, by=worker)
    with time_machine.travel(start + timedelta(seconds=10), tick=False):
        page = desk.post(UNDO, {"decided": name_of(reading)}, follow=True)
    assert page.redirect_chain[0][0] == reverse(
        "moderation:comment", args=[reading.comment_id]
    )
    reading.refresh_from_db()
    assert (reading.state, reading.version, reading.assigned_to) == (
        "waiting",
        3,
        worker,
    )


def test_after_ten_seconds_it_is_too_late_and_the_page_says_what_else_can_be_done(
    desk, worker
):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        reading = ReadingFactory(approved=True, by=worker)
    with time_machine.travel(start + timedelta(seconds=10.1), tick=False):
        page = desk.post(UNDO, {"decided": name_of(reading)}, follow=True)
    assert "The ten seconds for undoing are over." in page.parsed.text()
    reading.refresh_from_db()
    assert reading.state == "approved"


def test_the_bar_says_how_long_is_left_and_goes_after_ten_seconds(desk, worker):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        reading = ReadingFactory(approved=True, by=worker)
    with time_machine.travel(start + timedelta(seconds=4), tick=False):
        page = page_after(desk, reading)
        (form,) = [one for one in page.parsed.all("form") if one.get("data-undo")]
        assert form.get("data-undo") == "6"
    with time_machine.travel(start + timedelta(seconds=10), tick=False):
        assert "Undo" not in page_after(desk, reading).parsed.text().split("Keys")[0]


def test_nobody_undoes_somebody_elses_decision_in_passing(desk):
    reading = ReadingFactory(approved=True, by=UserFactory(worker=True))
    page = desk.post(UNDO, {"decided": name_of(reading)}, follow=True)
    assert "Somebody else decided this." in page.parsed.text()
    reading.refresh_from_db()
    assert reading.state == "approved"
    assert "undo-bar" not in page_after(desk, reading).parsed.source


def test_what_was_passed_on_is_said_and_cannot_be_undone(desk, worker):
    reading = ReadingFactory(passed_on=True, by=worker)
    page = page_after(desk, reading)
    assert "The safeguarding lead has been told." in page.parsed.text()
    assert "data-undo=" not in page.parsed.source
    desk.post(UNDO, {"decided": name_of(reading)})
    reading.refresh_from_db()
    assert reading.state == "passed_on"


def test_an_older_version_is_not_undone(desk, worker):
    reading = ReadingFactory(approved=True, by=worker)
    page = desk.post(UNDO, {"decided": f"{reading.comment_id}:1"}, follow=True)
    assert "was a moment before you" in page.parsed.text()
    reading.refresh_from_db()
    assert reading.state == "approved"


@pytest.mark.parametrize("sent", ["nonsense", "00000000-0000-4000-8000-000000000000:1"])
def test_what_is_not_there_is_not_found(desk, sent):
    assert desk.post(UNDO, {"decided": sent}).status_code == 404


def test_nothing_sent_is_nothing_undone(desk):
    page = desk.post(UNDO, follow=True)
    assert "There was nothing to undo." in page.parsed.text()
    assert not Reading.objects.exists()
