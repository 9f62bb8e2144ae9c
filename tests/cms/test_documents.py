import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model

from cms import documents
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + b"\0" * 40
MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
PLACE = b"\0\0\0\x16udta" + b"+53.7-2.2 here"
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF"
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.500\nHello\n"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(sign_in, name, content, title="How we listen"):
    client = sign_in(UserFactory(editor=True))
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("wagtaildocs:add"), {"title": title, "file": file})


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.webm", WEBM), ("a.mp4", MP4), ("a.pdf", PDF), ("a.vtt", VTT)],
)
def test_films_captions_and_posters_are_kept_under_their_title(sign_in, name, content):
    upload(sign_in, name, content)
    kept = get_document_model().objects.get()
    assert kept.filename == "how-we-listen." + name.split(".")[1]
    with kept.file.open() as stored:
        assert stored.read() == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.webm", MP4),
        ("a.mp4", WEBM),
        ("a.mp4", b"<script>alert(1)</script>"),
        ("a.webm", b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84matroska"),
        ("a.pdf", b"<html>%PDF-"),
        ("a.pdf", PDF + b"<< /S /JavaScript >>"),
        ("a.vtt", b"1\n00:01.000 --> 00:02.000\nHello"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nné".encode("latin-1")),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.html", b"<p>x</p>"),
        ("a.docx", b"PK\x03\x04"),
    ],
)
def test_what_is_not_what_it_says_is_refused(sign_in, name, content):
    assert upload(sign_in, name, content).status_code == 200
    assert not get_document_model().objects.exists()


def test_a_film_loses_the_place_a_telephone_wrote_into_it(sign_in):
    moov = len(PLACE) + 8
    upload(sign_in, "a.mp4", MP4 + moov.to_bytes(4) + b"moov" + PLACE)
    with get_document_model().objects.get().file.open() as stored:
        content = stored.read()
    assert b"+53.7" not in content
    assert len(content) == len(MP4) + moov


def test_a_file_too_long_is_refused(sign_in, monkeypatch):
    monkeypatch.setitem(documents.LONGEST, "vtt", len(VTT) - 1)
    assert "too long" in upload(sign_in, "a.vtt", VTT).content.decode()


def test_a_poster_is_saved_and_never_opened_inside_our_pages(sign_in, client):
    upload(sign_in, "a.pdf", PDF)
    served = client.get(get_document_model().objects.get().url)
    assert served.headers["Content-Disposition"].startswith("attachment")
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    served.close()
