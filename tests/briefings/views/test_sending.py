"""A long paper is made behind while a page asks again; a short one comes at once."""

import pytest
from django.test import RequestFactory

from tests.factories.briefings import a_paper
from voice.briefings import file_asked
from voice.briefings.enums import PaperKind
from voice.briefings.models import PaperFile
from voice.briefings.papers import making
from voice.briefings.views.sending import sent

pytestmark = pytest.mark.django_db

LONG = [{"kind": "text", "text": "One"}] * (making.SHORT + 1)


def ask(paper, kind=PaperKind.PDF):
    request = RequestFactory().get("/board/briefings/1/pdf/")
    return sent(request, paper, kind, name="paper", back="/board/briefings/1/")


@pytest.mark.parametrize(
    ("kind", "name", "content_type"),
    [
        (PaperKind.PDF, "paper.pdf", "application/pdf"),
        (PaperKind.LARGE_PRINT, "paper-large-print.pdf", "application/pdf"),
        (
            PaperKind.DOCX,
            "paper.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_a_short_paper_comes_at_once_under_a_name_that_tells_nothing(
    kind, name, content_type
):
    page = ask(a_paper(), kind)
    assert page.status_code == 200
    assert page.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert page.headers["Content-Type"] == content_type


def test_a_long_paper_is_waited_for_on_a_page_that_asks_again(monkeypatch):
    asked = []
    monkeypatch.setattr(file_asked, "_registered", {"test": asked.append})
    paper = a_paper(blocks=LONG)
    first, second = ask(paper), ask(paper)
    file = PaperFile.objects.get()
    assert (first.status_code, second.status_code, asked) == (202, 202, [file.pk])
    assert first.headers["Refresh"] == "4"
    assert b'href="/board/briefings/1/"' in first.content
    making.make(file)
    assert ask(paper).content.startswith(b"%PDF-")


def test_a_long_paper_comes_once_the_worker_has_made_it():
    assert ask(a_paper(blocks=LONG)).content.startswith(b"%PDF-")
