"""What the survey editor's script asks for."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from surveys.models import Medium
from tests.factories.accounts import UserFactory
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db
PICTURE = "/admin/surveys/picture/"


def drawn(width=40, height=30):
    content = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(content, "PNG")
    return SimpleUploadedFile("park.png", content.getvalue(), "image/png")


@pytest.fixture
def at_work(sign_in):
    return sign_in(UserFactory(worker=True))


def test_picture_is_kept_and_named_as_a_definition_names_it(at_work):
    page = at_work.post(PICTURE, {"picture": drawn()})
    medium = Medium.objects.get()
    assert page.json() == {
        "medium": medium.sha256,
        "alt": "",
        "width": 40,
        "height": 30,
    }


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a picture."),
        (
            {"picture": SimpleUploadedFile("a.pdf", b"%PDF-1", "application/pdf")},
            "Choose a picture.",
        ),
        (
            {"picture": SimpleUploadedFile("a.png", b"no picture", "image/png")},
            "That is not a picture we can use: PNG, JPEG or WebP.",
        ),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(at_work, sent, said):
    page = at_work.post(PICTURE, sent)
    assert (page.status_code, page.json()) == (422, {"error": said})
    assert not Medium.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTICIPATION_WORKER}))
def test_only_workers_may_send(sign_in, role):
    page = sign_in(UserFactory(roles=[role])).post(PICTURE, {"picture": drawn()})
    assert page.status_code in {302, 403}
    assert not Medium.objects.exists()
