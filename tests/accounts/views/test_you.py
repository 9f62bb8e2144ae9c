import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db

YOU = reverse("accounts:you")


def test_a_worker_says_which_languages_they_read_and_how(sign_in):
    worker = UserFactory(worker=True)
    desk = sign_in(worker)
    sent = {
        "reads_languages": ["en", "pl"],
        "covers_words": "on",
        "rests_after": "20",
    }
    page = desk.post(YOU, sent, follow=True)
    assert "Saved." in page.parsed.text()
    worker.refresh_from_db()
    assert (worker.reads_languages, worker.covers_words, worker.rests_after) == (
        ["en", "pl"],
        True,
        20,
    )
    assert Entry.objects.get(verb="accounts.choose").actor == worker


def test_nobody_reads_no_language_at_all(sign_in):
    worker = UserFactory(worker=True)
    page = sign_in(worker).post(YOU, {"rests_after": "50"})
    assert page.status_code == 422
    assert "Choose at least one language." in page.parsed.text()
    worker.refresh_from_db()
    assert worker.reads_languages == ["en"]


def test_those_who_do_not_read_comments_are_asked_for_languages_alone(sign_in):
    lead = UserFactory(lead=True)
    desk = sign_in(lead)
    assert "covered" not in desk.get(YOU).parsed.text()
    desk.post(YOU, {"reads_languages": ["ur"], "covers_words": "on"})
    lead.refresh_from_db()
    assert (lead.reads_languages, lead.covers_words) == (["ur"], False)


def test_everybody_reads_english_until_they_say_more():
    assert UserFactory().reads_languages == ["en"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("07700 900123", "+447700900123"),
        ("+44 (0)7700 900-123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("0092 300 1234567", "+923001234567"),
        ("", ""),
    ],
)
def test_a_mobile_number_is_kept_in_the_form_that_gateways_take(sign_in, typed, kept):
    lead = UserFactory(lead=True)
    sign_in(lead).post(YOU, {"reads_languages": ["en"], "mobile": typed})
    lead.refresh_from_db()
    assert lead.mobile == kept


@pytest.mark.parametrize("typed", ["01274 431000x", "123", "ring me", "07700 90012"])
def test_what_is_no_mobile_number_is_refused_and_stays_on_the_page(sign_in, typed):
    lead = UserFactory(lead=True)
    page = sign_in(lead).post(YOU, {"reads_languages": ["en"], "mobile": typed})
    assert page.status_code == 422
    assert f'value="{typed}"' in page.content.decode()
    lead.refresh_from_db()
    assert lead.mobile == ""


def test_the_audit_does_not_learn_the_number(sign_in):
    lead = UserFactory(lead=True)
    sign_in(lead).post(YOU, {"reads_languages": ["en"], "mobile": "07700 900123"})
    assert Entry.objects.get(verb="accounts.choose").details["mobile"] is True


@pytest.mark.parametrize("typed", ["10", "35", "200"])
def test_a_break_is_suggested_after_as_many_comments_as_a_reader_likes(sign_in, typed):
    worker = UserFactory(worker=True)
    assert worker.rests_after == 50
    desk = sign_in(worker)
    desk.post(YOU, {"reads_languages": ["en"], "rests_after": typed})
    worker.refresh_from_db()
    assert worker.rests_after == int(typed)


@pytest.mark.parametrize("typed", ["9", "201", "30.5", "-50", "many", ""])
def test_no_such_number_of_comments_is_refused_kindly_and_stays_typed(sign_in, typed):
    worker = UserFactory(worker=True)
    page = sign_in(worker).post(YOU, {"reads_languages": ["en"], "rests_after": typed})
    assert page.status_code == 422
    assert "Write a whole number from 10 to 200, such as 50." in page.parsed.text()
    if typed:
        assert f'value="{typed}"' in page.content.decode()
    worker.refresh_from_db()
    assert worker.rests_after == 50
