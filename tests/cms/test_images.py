from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def photograph(kind="JPEG", size=(40, 20), **said):
    exif = Image.Exif()
    exif[MAKE] = "plumtree camera"
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (53.0, 47.0, 0.0)
    held = BytesIO()
    Image.new("RGB", size, "teal").save(held, format=kind, exif=exif, **said)
    return held.getvalue()


def upload(sign_in, name, content):
    client = sign_in(UserFactory(editor=True))
    file = SimpleUploadedFile(name, content)
    address = reverse("wagtailimages:add")
    return client.post(address, {"title": "A picture", "file": file})


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("WEBP", "webp")])
def test_place_and_camera_are_gone_before_the_original_is_kept(sign_in, kind, ending):
    taken = photograph(kind)
    assert b"plumtree" in taken
    upload(sign_in, f"kitchen.{ending}", taken)
    image = get_image_model().objects.get()
    with image.file.open() as stored:
        content = stored.read()
    assert b"plumtree" not in content
    picture = Image.open(BytesIO(content))
    assert dict(picture.getexif()) == {}
    assert set(picture.info) & {"exif", "xmp", "icc_profile", "comment"} == set()
    assert (image.width, image.height) == picture.size == (20, 40)
    assert "kitchen" not in image.file.name


def test_transparent_picture_stays_transparent(sign_in):
    held = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(held, format="PNG")
    upload(sign_in, "drawing.png", held.getvalue())
    with get_image_model().objects.get().file.open() as stored:
        assert Image.open(stored).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("page.png", b"<script>alert(1)</script>"),
        ("moving.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    ],
)
def test_other_files_are_refused(sign_in, name, content):
    assert upload(sign_in, name, content).status_code == 200
    assert list(get_image_model().objects.all()) == []


def test_too_many_pixels_are_refused_from_the_header(sign_in):
    held = BytesIO()
    Image.new("1", (5000, 4001)).save(held, format="PNG")
    assert upload(sign_in, "wall.png", held.getvalue()).status_code == 200
    assert list(get_image_model().objects.all()) == []
