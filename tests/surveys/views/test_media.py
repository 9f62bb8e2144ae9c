import pytest
from django.urls import reverse

from surveys.domain.media import keep_medium
from tests.factories.accounts import UserFactory
from tests.factories.media import ogg, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def sound():
    return keep_medium(ogg(), media_type="audio/ogg", by=UserFactory(worker=True))


def asked(client, medium, part=""):
    headers = {"range": part} if part else {}
    return client.get(reverse("surveys:medium", args=[medium.pk]), headers=headers)


def test_a_picture_is_open_to_all_and_kept_by_nobody(client):
    by = UserFactory(worker=True)
    picture = keep_medium(photo(), media_type="image/jpeg", by=by)
    page = asked(client, picture)
    assert (page.status_code, page.headers["Content-Type"]) == (200, "image/webp")
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.content == bytes(picture.content)


def test_a_sound_is_given_in_parts_to_those_who_ask_so(client, sound):
    content = bytes(sound.content)
    for part, first, last in [
        ("bytes=0-1", 0, 1),
        ("bytes=4-", 4, len(content) - 1),
        ("bytes=-5", len(content) - 5, len(content) - 1),
        ("bytes=3-999999", 3, len(content) - 1),
    ]:
        page = asked(client, sound, part)
        assert page.status_code == 206
        assert page.content == content[first : last + 1]
        assert page.headers["Content-Range"] == f"bytes {first}-{last}/{len(content)}"


@pytest.mark.parametrize("part", ["bytes=999999-", "bytes=9-3"])
def test_a_part_that_is_not_there_is_said_so(client, sound, part):
    page = asked(client, sound, part)
    assert (page.status_code, page.content) == (416, b"")


@pytest.mark.parametrize("part", ["bytes=-", "lines=1-2", "bytes=0-1,4-5", "x" * 999])
def test_what_is_no_part_gives_the_whole(client, sound, part):
    page = asked(client, sound, part)
    assert (page.status_code, page.content) == (200, bytes(sound.content))


def test_an_unknown_one_is_gone_and_nothing_else_is_allowed(client, sound):
    unknown = reverse("surveys:medium", args=["0" * 64])
    assert client.get(unknown).status_code == 410
    there = reverse("surveys:medium", args=[sound.pk])
    assert client.post(there).status_code == 405
