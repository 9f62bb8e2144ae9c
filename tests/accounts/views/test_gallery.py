import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

URL = "/desk/gallery/"


def test_gallery_has_its_address():
    assert reverse("accounts:gallery") == URL


def test_stranger_is_sent_to_sign_in(client):
    page = client.get(URL)
    assert page.status_code == 302
    assert page.url == f"{reverse('account_login')}?next={URL}"


@pytest.mark.parametrize("trait", ["board", "editor"])
def test_gallery_is_for_the_desk_alone(sign_in, trait):
    page = sign_in(UserFactory(**{trait: True})).get(URL)
    assert page.status_code == 403


@pytest.mark.parametrize("query", ["", "?scheme=dark", "?language=ur", "?room=board"])
def test_gallery_shows_every_component_well_made(sign_in, query):
    page = sign_in(UserFactory(worker=True)).get(URL + query)
    assert page.status_code == 200
    assert page.parsed.heading == "Gallery" or "ur" in query
    shown = {section.get("aria-labelledby") for section in page.parsed.all("section")}
    assert shown >= {"show-button", "show-faces", "show-chart", "show-empty"}


@pytest.mark.parametrize(
    ("query", "attribute", "value"),
    [
        ("?language=ur", "dir", "rtl"),
        ("?language=ur", "lang", "ur"),
        ("", "dir", "ltr"),
        ("?scheme=dark", "data-scheme", "dark"),
        ("?scheme=puce", "data-scheme", "light"),
        ("?room=board", "data-room", "board"),
        ("?colour=plum", "data-colour", "plum"),
    ],
)
def test_gallery_is_shown_as_asked(sign_in, query, attribute, value):
    page = sign_in(UserFactory(worker=True)).get(URL + query)
    assert page.parsed.all("html")[0].get(attribute) == value


def test_refused_fields_are_named_by_the_summary_and_say_why(sign_in):
    page = sign_in(UserFactory(worker=True)).get(URL)
    links = {
        link.get("href"): page.parsed.text(link)
        for link in page.parsed.all("a")
        if (link.get("href") or "").startswith("#refused_")
    }
    ids = {element.get("id") for element in page.parsed.tree.iter()}
    assert links == {
        "#refused_name": "Name: This field is required.",
        "#refused_email": "E-mail address: Enter a valid email address.",
        "#refused_role": "Role: This field is required.",
        "#refused_band": "Age band: This field is required.",
        "#refused_sure": "I have read the guidance: This field is required.",
    }
    assert {href[1:] for href in links} <= ids
