from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from voice.council.models import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def start_page(honest, link):
    """Return the start page as it is at a moment, the survey being open."""

    def shown(*when, language="en"):
        consultation = link.survey.consultation
        moment = datetime(*when, tzinfo=UTC)
        consultation.opens_on = consultation.closes_on = moment.date()
        consultation.reply_due_on = moment.date() + timedelta(days=30)
        consultation.save()
        with time_machine.travel(moment, tick=False):
            return honest(language)

    return shown


def test_in_duty_hours_young_people_read_until_when_somebody_reads(start_page):
    text = start_page(2026, 3, 16, 10).parsed.text()
    assert "Somebody is here to read until 5pm today." in text
    assert "most often within 2 working days" in text


def test_at_night_they_read_when_somebody_reads_next(start_page):
    text = start_page(2026, 3, 27, 20).parsed.text()
    assert "Nobody is reading now. We read next on Monday 30 March at 9am." in text


def test_the_days_are_those_the_council_has_set(start_page):
    Council.objects.update(comment_days=3)
    assert "within 3 working days" in start_page(2026, 3, 16, 10).parsed.text()


def test_a_text_question_says_it_too(start, send):
    page = start()
    for answer in ("yes", ["visits"], "1", "10", ""):
        page = send(page, answer)
    text = page.parsed.text()
    assert ("Somebody is here to read" in text) or ("Nobody is reading now" in text)
