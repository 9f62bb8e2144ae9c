"""The council's logo stands in the frame of the public site, in words for who needs them."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from tests.factories.accounts import UserFactory
from tests.factories.cms import page_with
from tests.factories.council import CouncilFactory
from voice.council.models import Council

pytestmark = pytest.mark.django_db
WORDS = "Two hills and a river"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def picture():
    drawn = BytesIO()
    Image.new("RGB", (900, 300), "teal").save(drawn, format="PNG")
    file = ContentFile(drawn.getvalue(), name="logo.png")
    return get_image_model().objects.create(title="Logo", file=file)


def logos(client):
    """Return the pictures in the band of a public page."""
    page = client.get(page_with(("text", "<p>Hello</p>")).url)
    return [one for one in page.parsed.all("img") if one.get("class") == "band-logo"]


def test_logo_stands_beside_the_name_small_and_in_words(client, picture):
    CouncilFactory(logo=picture, logo_words=WORDS)
    [shown] = logos(client)
    assert shown.get("alt") == WORDS
    assert shown.get("src").endswith(".webp")
    assert (shown.get("width"), shown.get("height")) == ("288", "96")


def test_without_a_logo_the_name_stands_alone(client):
    CouncilFactory()
    assert logos(client) == []


def test_page_that_is_not_there_has_the_logo_too(client, picture):
    CouncilFactory(logo=picture, logo_words=WORDS)
    page = client.get("/en/nothing-is-here/")
    assert page.status_code == 404
    assert WORDS in [one.get("alt") for one in page.parsed.all("img")]


def sent(council, **said):
    """Return what the council's form sends."""
    return {
        "name": council.name,
        "colour": council.colour,
        "own_colour": "",
        "contact_email": "",
        "about_readers": "",
        "logo": "",
        "logo_words": "",
    } | said


def test_an_editor_chooses_a_logo_with_its_words(sign_in, picture):
    council = CouncilFactory()
    editor = sign_in(UserFactory(editor=True))
    address = reverse("council:edit", args=[council.pk])
    page = editor.post(address, sent(council, logo=picture.pk))
    assert "Say what the logo shows" in page.content.decode()
    editor.post(address, sent(council, logo=picture.pk, logo_words=WORDS))
    council.refresh_from_db()
    assert (council.logo, council.logo_words) == (picture, WORDS)


def test_database_wants_words_with_a_logo(picture):
    council = CouncilFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Council.objects.filter(pk=council.pk).update(logo=picture)
