import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.files import pdf, photograph, word
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_file,
    cited_theme,
)
from voice.audit.models import Entry
from voice.statement.domain.actions import shows_a_difference
from voice.statement.domain.evidence_files import FileRefused, open_file
from voice.statement.domain.placing import CannotCite
from voice.statement.enums import EvidenceKind, FileType
from voice.statement.models import Evidence, EvidenceFile
from voice.statement.models.evidence_file import EvidenceFileStays
from voice.statement.queries import every_evidence, evidence_in_full

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(pdf(), FileType.PDF), (word(), FileType.DOCX), (photograph(), FileType.PICTURE)],
)
def test_file_is_kept_sealed_and_given_back(content, kind):
    evidence = cited_file(KeyThemeFactory(), content)
    file = EvidenceFile.objects.get()
    assert (evidence.kind, evidence.file, evidence.release) == ("file", file, None)
    assert (file.media_type, file.size) == (kind, len(file.read()))
    assert bytes(file.sealed_content)[:40] not in content
    assert content[:20] not in bytes(file.sealed_content)
    assert open_file(evidence, by=UserFactory(worker=True))[0] == kind


def test_what_a_file_shows_is_frozen_beside_it():
    evidence = cited_file(KeyThemeFactory(), title="Notes", shows="They wait.")
    frozen = Evidence.objects.get().frozen
    assert (frozen["words"], frozen["sentence"]) == ("Notes", "They wait.")
    assert frozen["issued_on"] == evidence.file.dated_on.isoformat()
    assert frozen["release_hash"] == evidence.file.sha256


def test_who_brought_and_who_opened_a_file_is_written_down_without_its_words():
    evidence = cited_file(KeyThemeFactory(), title="unrepeatablewords")
    reader = UserFactory(owner=True)
    open_file(evidence, by=reader)
    entries = Entry.objects.filter(verb__in=("statement.cite", "statement.open_file"))
    assert [one.actor for one in entries.order_by("at")] == [evidence.added_by, reader]
    assert "unrepeatablewords" not in str([one.details for one in entries])


def test_refused_file_leaves_nothing_behind():
    with pytest.raises(FileRefused, match="not a file we can keep"):
        cited_file(KeyThemeFactory(), b"just words")
    with pytest.raises(CannotCite, match="another key theme"):
        cited_file(KeyThemeFactory(), action=ActionFactory())
    assert not EvidenceFile.objects.exists()
    assert not Evidence.objects.exists()


def test_file_never_changes_and_never_goes():
    file = cited_file(KeyThemeFactory()).file
    file.title = "Another"
    for change in (file.save, file.delete):
        with pytest.raises(EvidenceFileStays):
            change()
    assert EvidenceFile.objects.get().title != "Another"


def test_file_is_no_evidence_from_children():
    action = ActionFactory()
    cited_file(action.area.key_theme, action=action)
    assert not shows_a_difference(action)
    assert not evidence_in_full().exists()
    assert every_evidence().count() == 1


def test_whole_area_has_evidence_of_its_own():
    area = AreaFactory()
    evidence = cited_theme(area.key_theme, area=area)
    assert (evidence.area, evidence.action) == (area, None)
    cited_theme(area.key_theme, release=evidence.release)
    with pytest.raises(CannotCite, match="already"):
        cited_theme(area.key_theme, release=evidence.release, area=area)
    with pytest.raises(CannotCite, match="another key theme"):
        cited_theme(KeyThemeFactory(), area=area)
    with pytest.raises(CannotCite, match="not both"):
        cited_theme(area.key_theme, area=area, action=ActionFactory(area=area))


def refused_by_the_database(**wrong):
    given = {
        "key_theme": KeyThemeFactory(),
        "kind": EvidenceKind.THEME,
        "cites": "theme:x",
        "frozen": {},
        "added_by": UserFactory(worker=True),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(**(given | wrong))


def test_database_refuses_evidence_of_nothing_or_of_two_sources():
    file = cited_file(KeyThemeFactory()).file
    refused_by_the_database()
    refused_by_the_database(kind=EvidenceKind.FILE)
    refused_by_the_database(kind=EvidenceKind.FILE, file=file, release=ReleaseFactory())
    refused_by_the_database(file=file, release=ReleaseFactory())


def test_database_refuses_two_places_and_the_same_twice_in_an_area():
    area, release = AreaFactory(), ReleaseFactory()
    both = {"area": area, "action": ActionFactory(), "release": release}
    refused_by_the_database(**both)
    cited_theme(area.key_theme, area=area, release=release)
    refused_by_the_database(
        area=area, release=release, cites="theme:Workers keep changing"
    )


def test_database_refuses_a_file_of_another_type():
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceFile.objects.create(
            media_type="text/html",
            dated_on="2026-01-01",
            size=1,
            sealed_content=b"x",
        )
