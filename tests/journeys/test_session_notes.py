"""Writing up a session at a desk and on a phone, with script and without."""

import pytest
from django.urls import reverse

from surveys.enums import NoteState
from surveys.models import Comment, SessionNote
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.session_notes import flipchart
from tests.factories.surveys import EditionFactory, in_days

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_worker_writes_up_a_session_and_sends_it(signed_in, script):
    CouncilFactory()
    HelpLineFactory()
    worker = UserFactory(worker=True)
    survey = EditionFactory().survey
    arrived = signed_in(worker, PASSWORD, java_script_enabled=script)
    page = arrived.page
    arrived.go(reverse("surveys:session_notes", args=[survey.slug]))
    page.get_by_role("link", name="Write up a session").click()
    assert page.get_by_text("is not a referral").is_visible()
    assert arrived.violations() == []
    page.get_by_label("When was it?").fill(in_days(-1).isoformat())
    page.get_by_label("How many young people were there?").fill("12")
    boxes = page.get_by_label("What was said")
    boxes.nth(0).fill("they want more visits")
    if script:
        page.locator("[data-enhance=rows][data-enhanced]").wait_for()
        page.get_by_role("button", name="One more box").click()
        assert boxes.count() == 4
        boxes.nth(3).fill("and pizza")
        page.get_by_label("About which question?").nth(3).select_option(index=1)
    page.get_by_role("button", name="Send it to be read").click()
    page.get_by_role("link", name="Choose the question it comes nearest to").wait_for()
    assert boxes.nth(0).input_value() == "they want more visits"
    assert arrived.violations() == []
    page.get_by_label("About which question?").nth(0).select_option(index=5)
    page.get_by_label("A photograph of a flipchart").set_input_files(
        {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": flipchart((900, 600))}
    )
    page.locator("#id_photo-question").select_option(index=5)
    page.get_by_role("button", name="Save, and go on later").click()
    page.get_by_text("Saved. Only what is sent is used.").wait_for()
    assert page.get_by_role("link", name="Look at photograph 1").is_visible()
    page.get_by_role("button", name="Send it to be read").click()
    page.get_by_role("heading", name="A session, written up").wait_for()
    assert arrived.violations() == []
    note = SessionNote.objects.get(survey=survey)
    assert (note.state, note.present) == (NoteState.SENT, 12)
    assert Comment.objects.filter(session_note=note).count() == 2 + script
    page.get_by_role("link", name="To print").click()
    assert page.locator("img.recording").is_visible()
    assert arrived.violations() == []
    assert arrived.elsewhere() == []
