import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.accounts import UserFactory
from voice.audit.models import Entry
from voice.moderation.models import Reading, ScreeningList
from voice.moderation.queries.screening_lists import ListName, lines_at, version_now

pytestmark = pytest.mark.django_db
ROOM = "/desk/screening/"


@pytest.fixture
def lead(sign_in):
    """Return a client of a safeguarding lead."""
    return sign_in(UserFactory(lead=True))


def text_of(page):
    return page.content.decode()


def lines_now(kind, language=""):
    return lines_at(version_now(ListName(kind, language)))


def test_the_room_says_what_screening_misses_in_figures(lead):
    page = lead.get(ROOM)
    assert "of 157 worries written openly or in disguise it noticed 156" in text_of(
        page
    )
    assert "Of 50 said in other words" in text_of(page)
    assert "Every comment is screened" in text_of(page)


def test_text_that_is_tried_is_shown_and_stored_nowhere(lead):
    page = lead.post(ROOM, {"text": "zanzibar he h1ts me \u202eabc"})
    assert 'data-kind="worry">h1ts me</span>' in text_of(page)
    assert 'class="words-unseen">\u202e</bdi>' in text_of(page)
    assert page.headers["Cache-Control"].count("no-store") == 1
    assert not Reading.objects.exists()
    assert not [one for one in Entry.objects.all() if "zanzibar" in str(one.details)]
    assert "zanzibar" not in str(dict(lead.session))


def test_a_phrase_is_added_and_the_version_says_who(lead):
    page = lead.post(
        f"{ROOM}worries-en/", {"do": "add", "seen": 0, "more": "the zanzibar man"}
    )
    assert page.headers["Location"] == f"{ROOM}worries-en/"
    assert lines_now("worries", "en")[-1] == "the zanzibar man"
    row = ScreeningList.objects.get()
    page = lead.get(f"{ROOM}worries-en/1/")
    assert "<ins>the zanzibar man</ins>" in text_of(page)
    assert str(row.made_by) in text_of(page)
    lead.post(f"{ROOM}worries-en/0/", {"seen": 1})
    assert "the zanzibar man" not in lines_now("worries", "en")


def test_a_refused_list_loses_nothing_and_names_its_rows(lead):
    typed = "hits me\nab\nthe zanzibar man"
    page = lead.post(f"{ROOM}worries-en/", {"do": "whole", "seen": 0, "lines": typed})
    assert "the zanzibar man" in text_of(page)
    assert '<li value="2"><bdi>ab</bdi>: it needs at least three letters</li>' in (
        text_of(page)
    )
    assert not ScreeningList.objects.exists()


def test_a_list_that_changed_meanwhile_is_not_overwritten(lead):
    lead.post(f"{ROOM}schools/", {"do": "whole", "seen": 0, "lines": "A Road School"})
    page = lead.post(
        f"{ROOM}schools/", {"do": "whole", "seen": 0, "lines": "Zanzibar Academy"}
    )
    assert "Somebody changed this list while you had it open" in text_of(page)
    assert "Zanzibar Academy" in text_of(page)
    assert lines_now("schools") == ("A Road School",)


def upload(content):
    return SimpleUploadedFile("schools.csv", content, content_type="text/csv")


def test_schools_are_brought_in_from_a_file(lead):
    content = "\ufeffURN,EstablishmentName\n1,Zanzibar Académie\n2,B Road\n".encode()
    lead.post(
        f"{ROOM}schools/",
        {"do": "schools", "seen": 0, "how": "add", "file": upload(content)},
    )
    assert lines_now("schools") == ("Zanzibar Académie", "B Road")


def test_the_rows_of_a_refused_file_stay_on_the_page(lead):
    page = lead.post(
        f"{ROOM}schools/",
        {
            "do": "schools",
            "seen": 0,
            "how": "replace",
            "file": upload(b"Zanzibar Academy\nSchool\n"),
        },
    )
    assert "Zanzibar Academy" in text_of(page)
    assert "that could be any school" in text_of(page)
    assert lines_now("schools") == ()


@pytest.mark.parametrize(
    "address", ["nothing/", "worries-xx/", "worries-en/7/", "schools/7/"]
)
def test_a_list_or_version_that_is_not_there_is_missing(lead, address):
    assert lead.get(ROOM + address).status_code == 404
