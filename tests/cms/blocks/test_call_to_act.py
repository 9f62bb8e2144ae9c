import pytest
from wagtail.models import Page

from cms.models import HelpPage
from tests.factories.cms import build, page_with, send_page

pytestmark = pytest.mark.django_db
CALL = {"title": "Help", "words": "", "button": "Go", "page": None, "address": ""}


def links(client, page):
    return [one.get("href") for one in client.get(page.url).parsed.all("a")]


def test_the_button_leads_to_the_page_in_the_language_of_this_one(client):
    build()
    english = HelpPage.objects.get(locale__language_code="en")
    urdu = HelpPage.objects.get(locale__language_code="ur")
    page = page_with(("call_to_act", CALL | {"page": english.pk}), language="ur")
    client.get(page.url)
    buttons = [
        one.get("href")
        for one in client.get(page.url).parsed.all("a")
        if one.get("class") == "button"
    ]
    assert buttons == [urdu.url]


def test_a_page_no_longer_there_leaves_words_and_no_button(client):
    there = page_with(("text", "<p>x</p>"))
    page = page_with(("call_to_act", CALL | {"page": there.pk}))
    Page.objects.get(pk=there.pk).unpublish()
    parsed = client.get(page.url).parsed
    assert [one for one in parsed.all("a") if one.get("class") == "button"] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("https://www.childline.org.uk/", 302),
        ("http://www.childline.org.uk/", 200),
        ("javascript:alert(1)", 200),
        ("", 200),
    ],
)
def test_the_button_leads_somewhere_safe(editor, address, status):
    page = page_with(("text", "<p>x</p>"))
    sent = CALL | {"address": address, "page": ""}
    assert send_page(editor, page, ("call_to_act", sent)).status_code == status


def test_a_dangerous_address_leads_nowhere_however_it_got_there(client):
    page = page_with(("call_to_act", CALL | {"address": "javascript:alert(1)"}))
    assert "javascript:" not in client.get(page.url).parsed.source
