"""An issued release is given as a file to whoever may read it, and to nobody else."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.releases import ReleaseFactory
from tests.factories.statement import KeyThemeFactory
from voice.accounts.enums import Role
from voice.audit.models import Entry
from voice.releases.exports.files import WRITERS
from voice.releases.models import Release
from voice.statement.domain.evidence import cite_result

pytestmark = pytest.mark.django_db
SECRET = "zanzibarquokka"


def url(release, kind):
    return f"/desk/releases/{release.pk}/{kind}/"


@pytest.mark.parametrize("kind", sorted(WRITERS))
@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.ACTION_OWNER])
def test_those_who_read_releases_and_the_board_have_files(sign_in, role, kind):
    release = ReleaseFactory(signed_by=UserFactory(worker=True))
    reader = UserFactory(roles=[role])
    page = sign_in(reader).get(url(release, kind))
    assert page.content == WRITERS[kind](release)
    assert page.headers["Content-Disposition"] == (
        f'attachment; filename="release.{kind}"'
    )
    assert "no-store" in page.headers["Cache-Control"]
    entry = Entry.objects.get(verb="releases.take_out")
    assert (entry.actor_id, entry.details) == (reader.pk, {"kind": kind})


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_a_release_that_waits_is_no_file(sign_in, kind):
    release = ReleaseFactory()
    page = sign_in(UserFactory(worker=True)).get(url(release, kind))
    assert page.status_code == 404


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_an_altered_release_is_no_file(sign_in, kind):
    release = ReleaseFactory(signed_by=UserFactory(worker=True))
    release.tables["reach"]["missing"] = SECRET
    Release.objects.filter(pk=release.pk).update(tables=release.tables)
    page = sign_in(UserFactory(worker=True)).get(url(release, kind))
    assert page.status_code == 500
    assert SECRET not in page.content.decode()


def test_the_page_of_a_release_leads_to_its_files(sign_in):
    release = ReleaseFactory(signed_by=UserFactory(worker=True))
    page = sign_in(UserFactory(owner=True)).get(f"/desk/releases/{release.pk}/")
    for kind in WRITERS:
        assert f'href="{url(release, kind)}"' in page.parsed.source


def test_the_page_of_one_that_waits_does_not(sign_in):
    release = ReleaseFactory()
    page = sign_in(UserFactory(officer=True)).get(f"/desk/releases/{release.pk}/")
    assert url(release, "csv") not in page.parsed.source


def test_the_board_is_led_to_each_release_once(sign_in):
    worker = UserFactory(worker=True)
    release = ReleaseFactory(signed_by=worker)
    theme = KeyThemeFactory()
    for option in ("yes", "no"):
        cite_result(
            release,
            question_key="know_worker",
            option_key=option,
            key_theme=theme,
            stance="supports",
            by=worker,
        )
    client = sign_in(UserFactory(board=True))
    page = client.get(f"/board/key-themes/{theme.pk}/")
    address = f"/board/releases/{release.pk}/csv/"
    assert page.parsed.source.count(address) == 1
    assert client.get(address).content == WRITERS["csv"](release)
