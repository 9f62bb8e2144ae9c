import pytest
from django.urls import reverse

from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.every_kind_draft import DRAFT, every_kind_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(sign_in):
    worker = UserFactory(worker=True)
    sign_in(worker)
    return every_kind_draft(members=[worker])


def phone(client, survey, **asked):
    return client.get(reverse("surveys:preview", args=[survey.slug]), asked)


def sheets(page):
    """Return the addresses and words of the pages to choose from."""
    return [
        (a.get("href"), page.parsed.text(a))
        for a in page.parsed.all("a")
        if a.get("target") == "phone"
    ]


def test_every_page_of_an_age_band_is_offered_with_when_it_is_shown(client, survey):
    page = phone(client, survey, age_band="8-11")
    prompts = [one.prompt for one in DRAFT]
    prompts.insert(5, "Words of support")
    assert [text for _, text in sheets(page)] == prompts
    assert "shown when “Do you know your worker?” is Yes" in page.parsed.text()
    older = phone(client, survey, age_band="11-17")
    assert "Draw your best day" not in [text for _, text in sheets(older)]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_stands_in_the_phone_and_in_no_other_frame(client, survey, language):
    listed = phone(client, survey, language=language, age_band="8-11")
    assert "frame-src 'self'" in listed.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in listed.headers["Content-Security-Policy"]
    for address, text in sheets(listed):
        page = client.get(address)
        assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
        assert page.parsed.all("html")[0].get("lang") == language
        if text != "Words of support":
            assert page.parsed.heading == text


def test_script_is_switched_off_in_the_phone(client, survey):
    (on,) = phone(client, survey).parsed.all("iframe")
    (off,) = phone(client, survey, script="off").parsed.all("iframe")
    assert on.get("sandbox") is None
    assert off.get("sandbox") == "allow-same-origin allow-forms"


def test_whatever_is_sent_from_the_phone_leads_on_and_is_not_kept(client, survey):
    address, _text = sheets(phone(client, survey))[0]
    page = client.post(address, {"answer": "plantedxyzzy"})
    assert page.status_code == 303
    assert page.headers["Location"] == address.replace("/1/", "/2/")
    assert not Response.objects.exists()
    assert "plantedxyzzy" not in str(dict(client.session))


def test_the_phone_begins_and_ends_with_the_surveys_own_words(client, survey):
    address, _text = sheets(phone(client, survey))[0]
    first = client.get(address.replace("/1/", "/0/"))
    last = client.get(address.replace("/1/", "/99/"))
    assert (first.parsed.heading, last.parsed.heading) == (survey.title, "Thank you")


def test_what_is_not_asked_is_shown_as_the_first_that_is(client, survey):
    page = phone(client, survey, language="xx", age_band="99")
    assert "language=en&age_band=8-11" in sheets(page)[0][0]
