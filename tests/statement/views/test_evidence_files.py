import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.accounts import UserFactory
from tests.factories.files import photograph, table
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    cited_file,
    cited_theme,
)
from voice.audit.models import Entry
from voice.statement.domain.setting_aside import set_evidence_aside
from voice.statement.models import Evidence, EvidenceSetAside

pytestmark = pytest.mark.django_db
NEW = "/desk/statement/evidence/file/"


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def said(place, content, in_days, **more):
    return {
        "file": SimpleUploadedFile("Amira Khan notes.jpg", content, "text/html"),
        "title": "What the group painted",
        "source": "Hilltop Thursday",
        "dated_on": in_days(-9).isoformat(),
        "shows": "Doors that stay open.",
        "place": place,
        "stance": "supports",
    } | more


def test_worker_brings_a_photograph_to_an_area(desk, in_days):
    area = ActionFactory().area
    assert "The whole of area" in desk.get(NEW).parsed.text()
    page = desk.post(NEW, said(f"area-{area.pk}", photograph(), in_days), follow=True)
    evidence = Evidence.objects.get()
    assert page.redirect_chain[-1][0] == f"/desk/statement/evidence/{evidence.pk}/"
    assert (evidence.area, evidence.file.media_type) == (area, "image/webp")
    text = page.parsed.text()
    for words in ("What the group painted", "Hilltop Thursday", "Doors that stay open"):
        assert words in text
    assert "Amira" not in page.parsed.source


def test_refused_file_says_why_and_keeps_what_was_typed(desk, in_days):
    key_theme = KeyThemeFactory()
    place = f"key_theme-{key_theme.pk}"
    page = desk.post(NEW, said(place, b"MZ\0 a program", in_days))
    text = page.parsed.text()
    assert "That is not a file we can keep" in text
    values = [one.get("value") for one in page.parsed.all("input")]
    assert "What the group painted" in values
    assert "Doors that stay open." in text
    later = said(place, table(), in_days, dated_on=in_days(1).isoformat())
    assert "This day is still to come." in desk.post(NEW, later).parsed.text()
    assert not Evidence.objects.exists()


def test_file_is_saved_under_a_name_that_tells_nothing_and_that_is_written_down(
    sign_in,
):
    evidence = cited_file(KeyThemeFactory(), title="unrepeatablewords")
    owner = UserFactory(owner=True)
    page = sign_in(owner).get(f"/desk/statement/evidence/{evidence.pk}/file/")
    assert page.content == evidence.file.read()
    assert page.headers["Content-Type"] == "text/csv"
    assert page.headers["Content-Disposition"] == (
        f'attachment; filename="evidence-{evidence.pk}.csv"'
    )
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in page.headers["Cache-Control"]
    assert Entry.objects.get(verb="statement.open_file").actor == owner


def test_only_those_who_read_the_statement_open_a_file(sign_in):
    evidence = cited_file(KeyThemeFactory())
    address = f"/desk/statement/evidence/{evidence.pk}/file/"
    for role in ("board", "lead", "officer"):
        page = sign_in(UserFactory(**{role: True})).get(address)
        assert (role, page.status_code) == (role, 403)


def test_evidence_that_is_no_file_has_none(desk):
    evidence = cited_theme(KeyThemeFactory())
    assert desk.get(f"/desk/statement/evidence/{evidence.pk}/file/").status_code == 404


def test_worker_sets_evidence_aside_with_a_reason_and_takes_it_up_again(desk):
    evidence = cited_theme(KeyThemeFactory())
    address = f"/desk/statement/evidence/{evidence.pk}/set-aside/"
    assert "Say why it is set aside" in desk.post(address, {}).parsed.text()
    page = desk.post(address, {"reason": "The group was asked twice."}, follow=True)
    assert "Why: The group was asked twice." in page.parsed.text()
    page = desk.get(f"/desk/statement/key-themes/{evidence.key_theme_id}/")
    assert "Set aside The group was asked twice." in page.parsed.text()
    again = desk.post(address, {"reason": "Once more."})
    assert "set aside already" in again.parsed.text()
    assert "Once more." in again.parsed.text()
    up = f"/desk/statement/evidence/{evidence.pk}/take-up/"
    assert desk.get(up).status_code == 405
    assert "It counts again." in desk.post(up, follow=True).parsed.text()
    assert not EvidenceSetAside.objects.exists()


def test_owner_answers_what_challenges_their_own_action_alone(sign_in):
    action = ActionFactory(owned=True)
    evidence = cited_theme(action.area.key_theme, action=action, stance="challenges")
    whole = cited_theme(action.area.key_theme, stance="challenges")
    client = sign_in(action.owner)
    address = f"/desk/statement/evidence/{evidence.pk}/answer/"
    assert (
        "Say what you make of it" in client.post(address, {"text": " "}).parsed.text()
    )
    page = client.post(address, {"text": "We ring before we come."}, follow=True)
    assert "We ring before we come." in page.parsed.text()
    elsewhere = f"/desk/statement/evidence/{whole.pk}/answer/"
    assert client.get(elsewhere).status_code == 403


def test_page_of_gaps_says_what_to_do(desk):
    assert (
        "There is no statement yet" in desk.get("/desk/statement/gaps/").parsed.text()
    )
    action = ActionFactory(complete=True, title="Bags at every home")
    page = desk.get("/desk/statement/gaps/")
    text = page.parsed.text()
    assert f"{action.area.key_theme} Never heard" in text
    assert "Bags at every home" in text
    links = [link.get("href") for link in page.parsed.all("a")]
    assert f"/desk/statement/evidence/add/?place=action-{action.pk}" in links
    challenge = cited_theme(action.area.key_theme, action=action, stance="challenges")
    text = desk.get("/desk/statement/gaps/").parsed.text()
    assert "Never heard" not in text
    assert f"(Theme {challenge.pk})" in text
    desk.post(f"/desk/statement/evidence/{challenge.pk}/answer/", {"text": "We will."})
    assert "No gap today" in desk.get("/desk/statement/gaps/").parsed.text()


def test_set_aside_evidence_is_still_a_link_of_its_question(desk):
    evidence = cited_theme(KeyThemeFactory())
    set_evidence_aside(evidence, reason="Asked twice.", by=evidence.added_by)
    page = desk.get(f"/desk/statement/fed/{evidence.release.survey.slug}/")
    assert "Set aside Theme: Workers keep changing" in page.parsed.text()
