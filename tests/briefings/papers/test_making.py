from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.briefings import a_paper
from voice.briefings import file_asked
from voice.briefings.domain.files import PATIENCE, ask_for, keep_made, kept_file
from voice.briefings.enums import PaperKind
from voice.briefings.models import PaperFile
from voice.briefings.papers import making
from voice.briefings.papers.styles import PaperNotMade
from voice.briefings.tasks import make_file

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def asked(monkeypatch):
    """Collect what is asked for instead of making it."""
    found = []
    monkeypatch.setattr(file_asked, "_registered", {"test": found.append})
    return found


def test_a_file_is_made_once_and_everybody_gets_the_same(monkeypatch):
    paper = a_paper()
    first = making.make(kept_file(paper, PaperKind.DOCX))
    monkeypatch.setattr(making, "bytes_of", lambda *_: b"other")
    again = making.make(kept_file(paper, PaperKind.DOCX))
    assert bytes(again.made) == bytes(first.made)
    assert bytes(first.made)[:2] == b"PK"
    assert PaperFile.objects.count() == 1


def test_a_paper_read_otherwise_is_another_file():
    paper = a_paper()
    first = kept_file(paper, PaperKind.PDF)
    note = {"kind": "note", "tone": "careful", "text": "Recalled on 9 May 2026."}
    recalled = {**paper, "blocks": [note, *paper["blocks"]]}
    assert kept_file(recalled, PaperKind.PDF) != first
    assert kept_file(paper, PaperKind.LARGE_PRINT) != first
    assert kept_file(paper, PaperKind.PDF) == first


@pytest.mark.parametrize("kind", [PaperKind.PDF, PaperKind.LARGE_PRINT])
def test_each_kind_of_pdf_is_made_behind(kind):
    file = kept_file(a_paper(), kind)
    make_file.call(file.pk)
    file.refresh_from_db()
    assert bytes(file.made).startswith(b"%PDF-1.7")


def test_asking_twice_makes_once_until_whoever_made_it_was_too_slow(
    asked, time_machine
):
    time_machine.move_to("2026-03-14 09:00", tick=False)
    file = kept_file(a_paper(), PaperKind.PDF)
    ask_for(file)
    ask_for(file)
    assert asked == [file.pk]
    time_machine.shift(PATIENCE + timedelta(seconds=1))
    ask_for(file)
    assert asked == [file.pk, file.pk]
    keep_made(file, b"made")
    time_machine.shift(PATIENCE * 2)
    ask_for(file)
    assert asked == [file.pk, file.pk]


def test_a_long_paper_is_made_behind_and_a_short_one_at_once():
    short = a_paper()
    long = a_paper(blocks=[{"kind": "text", "text": "One"}] * (making.SHORT + 1))
    assert making.is_soon_made(short, PaperKind.PDF)
    assert not making.is_soon_made(long, PaperKind.PDF)
    assert making.is_soon_made(long, PaperKind.DOCX)


def test_nothing_is_begun_where_no_pdf_can_be_made(monkeypatch):
    def without():
        raise PaperNotMade("No Pango.")

    monkeypatch.setattr(making, "needs_typesetter", without)
    with pytest.raises(PaperNotMade, match=r"No Pango\."):
        making.is_soon_made(a_paper(), PaperKind.PDF)
    assert making.is_soon_made(a_paper(), PaperKind.DOCX)


def test_one_paper_has_one_file_of_a_kind():
    file = kept_file(a_paper(), PaperKind.PDF)
    file.pk = None
    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        file.save(force_insert=True)


def test_a_file_is_made_with_its_time_or_not_at_all():
    file = kept_file(a_paper(), PaperKind.PDF)
    with (
        pytest.raises(IntegrityError, match="paper_file_made_whole_or_not"),
        transaction.atomic(),
    ):
        PaperFile.objects.filter(pk=file.pk).update(made=b"made")
