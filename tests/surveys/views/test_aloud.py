"""The desk's pages of what can be listened to, and of the machine's drafts."""

import pytest
from django.urls import reverse

from surveys.domain import drafts_aloud
from surveys.domain.machine_voice import Spoken
from surveys.made_by import MadeBy
from surveys.models.draft_recording import DraftState
from tests.factories.accounts import UserFactory
from tests.factories.aloud import DraftRecordingFactory
from tests.factories.media import mp3, ogg
from tests.factories.surveys import SurveyFactory

pytestmark = pytest.mark.django_db

# What the questions of the usual survey say: prompts, options, the ends of a scale.
ALL = 16


@pytest.fixture
def machine(monkeypatch):
    monkeypatch.setattr(
        drafts_aloud, "speak", lambda words, *, voice: Spoken(ogg(), mp3())
    )


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return SurveyFactory()


@pytest.fixture
def desk(sign_in, worker, survey):
    return sign_in(worker)


def address(name, survey, *rest):
    return reverse(f"surveys:{name}", args=[survey.slug, *rest])


def version(survey):
    return address("aloud_version", survey, "en", "any")


def test_the_hub_leads_to_what_is_read_aloud(desk, survey):
    page = desk.get(address("survey", survey))
    assert address("aloud", survey) in page.text


def test_how_much_can_be_listened_to_is_shown(
    desk, survey, machine, django_assert_max_num_queries
):
    desk.get(address("aloud", survey))
    with django_assert_max_num_queries(25):
        page = desk.get(address("aloud", survey))
    assert f"0 of {ALL} can be listened to." in page.text
    assert f"Make {ALL} drafts by machine" in page.text


def test_drafts_are_asked_for_and_wait(desk, survey, machine):
    page = desk.post(version(survey), follow=True)
    assert f"{ALL} drafts are being made" in page.text
    assert f"{ALL} drafts wait for you." in page.text
    assert survey.draft_recordings.count() == ALL
    assert "?of=what_helps.prompt" in page.text


def test_a_draft_is_kept_only_after_it_was_listened_to(desk, survey):
    draft = DraftRecordingFactory(survey=survey)
    decide = address("decide_draft", survey, draft.pk)
    page = desk.post(decide, {"decision": "keep"}, follow=True)
    assert "Listen to it first, then keep it." in page.text
    sound = desk.get(address("draft_sound", survey, draft.pk))
    assert (sound["Content-Type"], sound.content) == ("audio/ogg", ogg())
    page = desk.post(decide, {"decision": "keep"}, follow=True)
    assert "Kept. Young people hear it from the next edition on." in page.text
    row = survey.wordings.get()
    assert (row.made_by, row.sound) == (MadeBy.MACHINE, draft.sound)
    assert "A machine's voice, kept by" in page.text
    assert "Record it yourself instead" in page.text


def test_an_old_device_is_given_the_plain_file(desk, survey):
    draft = DraftRecordingFactory(survey=survey)
    sound = desk.get(address("draft_sound", survey, draft.pk) + "?plain")
    assert sound["Content-Type"] == "audio/mpeg"
    part = desk.get(
        address("draft_sound", survey, draft.pk), headers={"Range": "bytes=0-3"}
    )
    assert (part.status_code, part.content) == (206, b"OggS")


def test_a_draft_is_dropped_and_the_next_is_shown(desk, survey, machine):
    desk.post(version(survey))
    draft = survey.draft_recordings.get(key="know_worker", part="prompt")
    decide = address("decide_draft", survey, draft.pk)
    page = desk.post(decide, {"decision": "drop"}, follow=True)
    assert page.redirect_chain[-1][0].endswith("?of=know_worker.option.yes#line")
    assert "Dropped. Nobody hears it." in page.text
    draft.refresh_from_db()
    assert draft.state == DraftState.DROPPED


def test_work_under_way_shows_how_far_it_is(desk, survey, machine):
    desk.post(version(survey))
    for draft in survey.draft_recordings.all()[:4]:
        draft.begin_again(draft.said, voice=draft.voice)
        draft.save()
    page = desk.get(version(survey))
    assert f"4 of {ALL} drafts are still being made." in page.text
    assert f'value="{ALL - 4}" max="{ALL}"' in page.text
    waiting = survey.draft_recordings.filter(state=DraftState.WAITING).first()
    assert desk.get(address("draft_sound", survey, waiting.pk)).status_code == 404


def test_without_the_machine_the_desk_says_so_and_recording_stays(
    desk, survey, settings
):
    settings.MACHINE_VOICE_SPEAKER = "no-such-program"
    for page in (desk.get(address("aloud", survey)), desk.get(version(survey))):
        assert "No machine voice here" in page.text
        assert "no-such-program" in page.text
        assert "by machine" not in page.text
    assert "Record it yourself" in page.text
    page = desk.post(version(survey), follow=True)
    assert "There is no machine voice here" in page.text
    assert not survey.draft_recordings.exists()


def test_a_version_without_words_of_its_own_is_missing(desk, survey):
    missing = address("aloud_version", survey, "en", "11-17")
    assert desk.get(missing).status_code == 404
    assert desk.get(address("aloud_version", survey, "xx", "any")).status_code == 404


def test_the_wordings_say_which_voice_is_a_machines(desk, survey):
    draft = DraftRecordingFactory(survey=survey)
    desk.get(address("draft_sound", survey, draft.pk))
    desk.post(address("decide_draft", survey, draft.pk), {"decision": "keep"})
    table = desk.get(reverse("survey_wordings", args=[survey.pk, "en", "any"]))
    assert "A machine's voice: a person's is better" in table.text
    page = desk.get(
        reverse(
            "survey_wordings_part",
            args=[survey.pk, "en", "any", "know_worker", "prompt"],
        )
    )
    assert "Record it yourself, and yours takes its place." in page.text
