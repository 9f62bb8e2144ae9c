"""Drafts by machine: asked for, made behind, made anew when the words change."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.domain import drafts_aloud
from surveys.domain.beginning import begin_from_file
from surveys.domain.copying import copy_survey
from surveys.domain.copying_questions import copy_question
from surveys.domain.drafts_aloud import (
    NoMachineVoice,
    ask_for_drafts,
    follow_the_words,
    make_draft,
)
from surveys.domain.keeping_drafts import (
    CannotKeep,
    drop_draft,
    keep_draft,
    listen_to_draft,
)
from surveys.domain.machine_voice import CannotSpeak, Spoken
from surveys.domain.media import keep_medium
from surveys.domain.publishing import publish_survey
from surveys.domain.wording_media import show_wording_with
from surveys.domain.wordings import write_wording
from surveys.drafting.reading import latest_draft_of, written_of
from surveys.exchange_schema import SCHEMA
from surveys.logic.compiling import compile_definition
from surveys.logic.exchange import checked_file
from surveys.made_by import MadeBy
from surveys.models import DraftRecording
from surveys.models.draft_recording import DraftState
from surveys.queries.aloud import how_heard, lines_of
from surveys.queries.exchange import file_of
from tests.factories.accounts import UserFactory
from tests.factories.media import mp3, ogg
from tests.factories.surveys import SurveyFactory, SurveyMemberFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

BASE = {"language": "en", "age_band": ""}
PROMPT = {"key": "know_worker", "part": "prompt"}


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    return SurveyFactory(languages=["en", "ur"], age_bands=["8-11", "11-17"])


@pytest.fixture
def machine(monkeypatch):
    """A machine that says what it was told, at once; `said` is what."""
    said = []

    def speak(words, *, voice):
        said.append((voice, words))
        sound = words.encode()[:40]
        return Spoken(ogg(sound), mp3() + sound)

    monkeypatch.setattr(drafts_aloud, "speak", speak)
    return said


def ask(survey, by, **place):
    return ask_for_drafts(survey, by=by, now=timezone.now(), **(BASE | place))


def draft_of(survey, **place):
    return survey.draft_recordings.get(**(PROMPT | BASE | place))


def sounds(survey, language="en", band=""):
    """Return what the next edition would carry for the first question."""
    definition = compile_definition(latest_draft_of(survey), written_of(survey))
    question = definition["questions"][0]
    bands = question["wordings"][language]
    return bands.get(band, bands[""]).get("sounds", {})


def test_every_wording_gets_a_draft_that_no_young_person_hears(survey, worker, machine):
    asked = ask(survey, worker)
    drafts = survey.draft_recordings.all()
    assert asked == len(drafts) == len(machine) > 10
    assert {draft.state for draft in drafts} == {DraftState.MADE}
    assert ("en-gb", "Do you know your worker?") in machine
    first = draft_of(survey)
    assert (first.sound.media_type, first.sound_also.media_type) == (
        "audio/ogg",
        "audio/mpeg",
    )
    assert sounds(survey) == {}
    assert Entry.objects.get(verb="surveys.ask_for_drafts").details["asked"] == asked


def test_asking_again_makes_nothing_again(survey, worker, machine):
    ask(survey, worker)
    before = len(machine)
    assert ask(survey, worker) == 0
    assert len(machine) == before


def test_a_draft_is_kept_only_by_who_has_listened(survey, worker, machine):
    ask(survey, worker)
    other = UserFactory(worker=True)
    listen_to_draft(draft_of(survey), by=other, plain=False)
    with pytest.raises(CannotKeep, match="Listen to it first"):
        keep_draft(draft_of(survey), by=worker)
    assert not survey.wordings.exists()
    heard = listen_to_draft(draft_of(survey), by=worker, plain=False)
    keep_draft(draft_of(survey), by=worker)
    row = survey.wordings.get()
    assert (row.sound, row.made_by, row.kept_by) == (heard, MadeBy.MACHINE, worker)
    assert row.kept_at
    assert row.said == "Do you know your worker?"
    assert draft_of(survey).state == DraftState.KEPT
    entry = Entry.objects.get(verb="surveys.keep_draft")
    assert entry.details["part"] == "know_worker.prompt"
    assert "Do you know" not in str(entry.details)


def kept(survey, by, **place):
    """Have a draft made, heard and kept; return it."""
    ask(survey, by, **place)
    listen_to_draft(draft_of(survey, **place), by=by, plain=False)
    keep_draft(draft_of(survey, **place), by=by)
    return draft_of(survey, **place)


def test_an_edition_carries_what_was_kept_marked_as_a_machines(worker, machine):
    UserFactory(lead=True)
    survey = SurveyFactory()
    draft = kept(survey, worker)
    edition = publish_survey(survey, by=worker)
    [first, *_] = edition.definition["questions"]
    assert first["wordings"]["en"][""]["sounds"] == {
        "prompt": {
            "medium": draft.sound_id,
            "media_type": "audio/ogg",
            "size": draft.sound.size,
            "machine": True,
            "also": {
                "medium": draft.sound_also_id,
                "media_type": "audio/mpeg",
                "size": draft.sound_also.size,
            },
        }
    }


def test_other_words_are_not_said_by_the_machine_until_kept_anew(
    survey, worker, machine
):
    write_wording(survey, language="ur", text="لفظ", by=worker, **PROMPT)
    place = {"language": "ur"}
    old = kept(survey, worker, **place)
    assert "prompt" in sounds(survey, "ur")
    write_wording(survey, language="ur", text="اور لفظ", by=worker, **PROMPT)
    assert sounds(survey, "ur") == {}
    with pytest.raises(CannotKeep, match="changed since"):
        keep_draft(old, by=worker)
    told = list(follow_the_words(timezone.now()))
    assert told == ["Machine voice: 1 drafts of new words are being made."]
    anew = draft_of(survey, **place)
    assert (anew.said, anew.state, anew.heard_by) == ("اور لفظ", DraftState.MADE, None)
    assert sounds(survey, "ur") == {}
    listen_to_draft(anew, by=worker, plain=True)
    keep_draft(anew, by=worker)
    assert sounds(survey, "ur")["prompt"]["medium"] == anew.sound_id
    assert list(follow_the_words(timezone.now())) == []


def test_dropping_takes_a_kept_one_away(survey, worker, machine):
    draft = kept(survey, worker)
    drop_draft(draft, by=worker)
    assert not survey.wordings.exists()
    assert draft_of(survey).state == DraftState.DROPPED
    assert ask(survey, worker) == 0
    assert Entry.objects.filter(verb="surveys.drop_draft").count() == 1


def test_dropping_leaves_the_words(survey, worker, machine):
    write_wording(survey, language="ur", text="لفظ", by=worker, **PROMPT)
    drop_draft(kept(survey, worker, language="ur"), by=worker)
    row = survey.wordings.get()
    assert (row.text, row.sound, row.made_by) == ("لفظ", None, MadeBy.PERSON)


def test_a_persons_recording_takes_the_machines_place(survey, worker, machine):
    kept(survey, worker)
    mine = keep_medium(ogg(b"mine"), media_type="audio/ogg", by=worker)
    show_wording_with(
        survey, sound=mine, picture=None, picture_alt="", by=worker,
        language="en", **PROMPT,
    )  # fmt: skip
    row = survey.wordings.get()
    assert (row.sound, row.made_by, row.kept_by, row.sound_also) == (
        mine, MadeBy.PERSON, None, None,
    )  # fmt: skip
    assert sounds(survey)["prompt"].keys() == {"medium", "media_type", "size"}
    draft = draft_of(survey)
    with pytest.raises(CannotKeep, match="Somebody has recorded"):
        keep_draft(draft, by=worker)
    list(follow_the_words(timezone.now()))
    assert not DraftRecording.objects.filter(pk=draft.pk).exists()


def test_what_a_person_recorded_gets_no_draft(survey, worker, machine):
    mine = keep_medium(ogg(b"mine"), media_type="audio/ogg", by=worker)
    show_wording_with(
        survey, sound=mine, picture=None, picture_alt="", by=worker,
        language="en", **PROMPT,
    )  # fmt: skip
    ask(survey, worker)
    assert not survey.draft_recordings.filter(**PROMPT).exists()


def test_words_with_an_earlier_answer_in_them_get_no_draft(survey, worker, machine):
    text = "{answer:know_worker|it} لفظ"
    write_wording(
        survey, key="safe", part="prompt", language="ur", text=text, by=worker
    )
    assert ask(survey, worker, language="ur") == 0
    [line] = lines_of(survey, ("ur", ""))
    assert line.state == "piped"


def test_a_language_the_machine_does_not_speak_is_refused(survey, worker):
    with pytest.raises(NoMachineVoice, match="no voice in this language"):
        ask(survey, worker, language="ps")


def test_without_the_machine_nothing_breaks(survey, worker, settings):
    settings.MACHINE_VOICE_SPEAKER = "no-such-program"
    with pytest.raises(NoMachineVoice, match="no-such-program"):
        ask(survey, worker)
    assert list(follow_the_words(timezone.now())) == []
    assert not survey.draft_recordings.exists()


def test_what_cannot_be_spoken_is_told_and_tried_again(
    survey, worker, machine, monkeypatch
):
    speak = drafts_aloud.speak

    def fails(words, *, voice):
        raise CannotSpeak("espeak-ng")

    monkeypatch.setattr(drafts_aloud, "speak", fails)
    asked = ask(survey, worker)
    assert {one.state for one in survey.draft_recordings.all()} == {DraftState.FAILED}
    with pytest.raises(CannotKeep, match="still being made"):
        keep_draft(draft_of(survey), by=worker)
    monkeypatch.setattr(drafts_aloud, "speak", speak)
    assert ask(survey, worker) == asked
    assert {one.state for one in survey.draft_recordings.all()} == {DraftState.MADE}


def test_a_survey_as_a_file_carries_machine_voices_that_nobody_here_has_kept(
    worker, machine
):
    UserFactory(lead=True)
    survey = SurveyFactory()
    draft = kept(survey, worker)
    edition = publish_survey(survey, by=worker)
    file = json.loads(json.dumps(file_of(edition)))
    assert {draft.sound_id, draft.sound_also_id} == file["media"].keys()
    checked_file(file, SCHEMA)
    brought = begin_from_file(file, consultation=survey.consultation, by=worker)
    assert sounds(brought) == {}
    assert not brought.wordings.exclude(sound=None).exists()


def test_a_copy_has_what_was_kept_and_by_whom(worker, machine):
    UserFactory(lead=True)
    survey = SurveyFactory()
    draft = kept(survey, worker)
    copy = copy_survey(
        survey, title="Again", consultation=survey.consultation, by=worker
    )
    assert sounds(copy) == sounds(survey) != {}
    publish_survey(survey, by=worker)
    other = SurveyFactory(questions=[])
    SurveyMemberFactory(survey=other, user=worker)
    question = survey.question_rows.get(key="know_worker")
    copy_question(question, into=other, by=worker)
    row = other.wordings.exclude(sound=None).get()
    assert (row.sound_id, row.kept_by, row.made_by) == (
        draft.sound_id, worker, MadeBy.MACHINE,
    )  # fmt: skip


def test_a_lost_task_is_enqueued_again(survey, worker, machine, monkeypatch):
    monkeypatch.setattr(drafts_aloud, "_enqueue", lambda ids: None)
    asked = ask(survey, worker)
    monkeypatch.undo()
    monkeypatch.setattr(
        drafts_aloud, "speak", lambda words, *, voice: Spoken(ogg(), mp3())
    )
    soon = timezone.now() + timedelta(minutes=1)
    assert list(follow_the_words(soon)) == []
    late = timezone.now() + timedelta(minutes=6)
    assert list(follow_the_words(late)) == [
        f"Machine voice: {asked} drafts enqueued again."
    ]
    assert {one.state for one in survey.draft_recordings.all()} == {DraftState.MADE}


def test_a_task_that_comes_late_overwrites_nothing(survey, worker, machine):
    draft = kept(survey, worker)
    make_draft.call(draft.pk)
    make_draft.call(999_999)
    assert draft_of(survey).state == DraftState.KEPT


def test_words_asked_anew_meanwhile_are_not_overwritten(
    survey, worker, machine, monkeypatch
):
    ask(survey, worker)
    draft = draft_of(survey)
    draft.begin_again("Old words", voice="en-gb")
    draft.save()

    def slow(words, *, voice):
        DraftRecording.objects.filter(pk=draft.pk).update(said="New words")
        return Spoken(ogg(), mp3())

    monkeypatch.setattr(drafts_aloud, "speak", slow)
    make_draft.call(draft.pk)
    now = draft_of(survey)
    assert (now.said, now.state, now.sound) == ("New words", DraftState.WAITING, None)


def test_how_much_is_heard_is_counted_by_language_and_band(
    survey, worker, machine, django_assert_max_num_queries
):
    kept(survey, worker)
    write_wording(survey, language="ur", text="x", age_band="8-11", by=worker, **PROMPT)
    with django_assert_max_num_queries(4):
        found = {(one.language, one.age_band): one for one in how_heard(survey)}
    assert found.keys() == {("en", ""), ("ur", "8-11")}
    every = found["en", ""]
    assert every.heard == 1
    assert every.counts["to_listen"] == every.of - 1
    assert found["ur", "8-11"].counts == {"nothing": 1}
