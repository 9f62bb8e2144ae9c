"""Writing up a session: its statements are comments, and nothing of it is a response."""

from contextlib import contextmanager
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from surveys.domain.session_notes import (
    CannotWriteUp,
    NoteChanged,
    NoteIsSent,
    NothingHeard,
    WordsAreOver,
    save_note,
    send_note,
    take_back_note,
    take_back_statement,
)
from surveys.domain.statements import NoPhotograph, Photograph, Statement
from surveys.enums import CommentKind, NoteState
from surveys.models import Comment, Recording, Response, SessionNote
from surveys.queries.heard import said_for_good
from surveys.queries.reach import live_counts
from surveys.queries.session_notes import Sessions, heard_in, sessions_of
from tests.factories.accounts import UserFactory
from tests.factories.session_notes import (
    SessionNoteFactory,
    StatementFactory,
    facts,
    flipchart,
    said,
)
from tests.factories.surveys import (
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
    in_days,
)
from voice.audit.models import Entry
from voice.council.domain.keys import destroy_key, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.domain.reading import approve_comment, pass_on_comment
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return EditionFactory().survey


@pytest.fixture
def save(survey, worker):
    """Return a function that saves a note of this survey, begun anew unless named."""

    def saved(*statements, **changed):
        known = {"once": uuid4(), "facts": facts(), "by": worker}
        return save_note(survey, statements=list(statements), **known | changed)

    return saved


@contextmanager
def refused_by(constraint):
    """Expect the database to refuse, naming `constraint`."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        yield


def words_in(note):
    standing = Comment.objects.filter(session_note=note, taken_back=False)
    return [comment.read() for comment in standing.order_by("line")]


def test_each_thing_said_is_a_sealed_comment_of_the_week_and_no_response(save):
    note = save(said("one"), said("two", question="know_worker", age_band=""))
    one, two = Comment.objects.filter(session_note=note).order_by("line")
    assert (one.read(), one.question.key, one.age_band) == ("one", "do_more", "11-17")
    assert (two.read(), two.question.key, two.age_band) == ("two", "know_worker", "")
    assert one.week.weekday() == 0
    assert 0 <= (note.held_on - one.week).days < 7
    assert b"one" not in bytes(one.sealed_words)
    assert not Response.objects.exists()


def test_what_is_written_waits_for_a_reader_at_once(save):
    note = save(said("help me"))
    reading = Reading.objects.get(comment__session_note=note)
    assert reading.state == ReadingState.WAITING


def test_a_draft_is_heard_only_once_it_is_sent(save, worker):
    note = save(said())
    heard = Comment.objects.filter(said_for_good())
    assert not heard.exists()
    send_note(note, by=worker)
    assert heard.count() == 1


def test_saving_again_changes_what_was_changed_and_takes_back_what_is_gone(save):
    note = save(said("stays"), said("goes"), said("alters"))
    ids = {c.read(): c.pk for c in Comment.objects.filter(session_note=note)}
    before = dict(Reading.objects.values_list("comment", "version"))
    save(
        said("stays", id=ids["stays"]),
        said("", id=ids["goes"]),
        said("altered", id=ids["alters"]),
        said("new"),
        once=note.pk,
        version=1,
    )
    assert words_in(note) == ["stays", "altered", "new"]
    after = dict(Reading.objects.values_list("comment", "version"))
    assert after[ids["stays"]] == before[ids["stays"]]
    assert after[ids["alters"]] > before[ids["alters"]]
    assert Reading.objects.get(comment=ids["goes"]).state == ReadingState.TAKEN_BACK


def test_another_day_is_the_week_of_every_statement(save):
    note = save(said())
    comment = Comment.objects.get()
    save(once=note.pk, version=1, facts=facts(held_on=in_days(-30)))
    comment.refresh_from_db()
    assert 0 <= (in_days(-30) - comment.week).days < 7


def test_who_saves_a_page_that_is_old_is_told_and_changes_nothing(save):
    note = save(said("mine"))
    save(once=note.pk, version=1)
    with pytest.raises(NoteChanged):
        save(said("old"), once=note.pk, version=1)
    assert words_in(note) == ["mine"]


def test_a_note_of_another_survey_is_none_of_this_one(save):
    other = SessionNoteFactory(draft=True)
    with pytest.raises(CannotWriteUp):
        save(once=other.pk, version=1)


def test_a_survey_never_published_has_nothing_to_write_about(worker):
    with pytest.raises(CannotWriteUp):
        save_note(
            SurveyFactory(), once=uuid4(), facts=facts(), statements=[], by=worker
        )


def test_what_was_sent_never_changes(save, worker):
    note = SessionNoteFactory(by=worker, statements=[said("as it was")])
    with pytest.raises(NoteIsSent):
        save_note(
            note.survey,
            once=note.pk,
            version=1,
            facts=facts(present=3),
            statements=[said("other")],
            by=worker,
        )
    note.refresh_from_db()
    assert (words_in(note), note.present) == (["as it was"], 12)


def test_sending_twice_is_sending_once(save, worker):
    note = save(said())
    first = send_note(note, by=worker).sent_at
    assert send_note(note, by=worker).sent_at == first
    assert Entry.objects.filter(verb="surveys.send_session_note").count() == 1


def test_nothing_said_is_not_sent(save, worker):
    with pytest.raises(NothingHeard):
        send_note(save(), by=worker)


def test_a_statement_taken_back_is_read_for_safety_and_nothing_else(worker):
    comment = StatementFactory(by=worker)
    reading = Reading.objects.get(comment=comment)
    approve_comment(
        reading,
        version=reading.version,
        may_count=True,
        may_quote=True,
        by=UserFactory(worker=True),
    )
    take_back_statement(comment, by=worker)
    take_back_statement(comment, by=worker)
    comment.refresh_from_db()
    reading.refresh_from_db()
    assert (comment.taken_back, comment.may_quote) == (True, False)
    assert (reading.state, reading.sealed_kept) == (ReadingState.TAKEN_BACK, None)


def test_a_whole_note_is_taken_back_once_and_cannot_be_sent(save, worker):
    note = save(said(), said("more"))
    take_back_note(note, by=worker)
    assert words_in(note) == []
    with pytest.raises(NoteIsSent):
        send_note(note, by=worker)
    with pytest.raises(NoteIsSent):
        take_back_note(note, by=worker)


def test_words_passed_on_are_changed_by_nobody(save, worker):
    note = save(said("he hits me"))
    reading = Reading.objects.get()
    pass_on_comment(reading, version=reading.version, by=UserFactory(worker=True))
    save(said("never mind", id=reading.comment_id), once=note.pk, version=1)
    reading.refresh_from_db()
    assert reading.comment.read() == "he hits me"
    assert reading.state == ReadingState.PASSED_ON
    take_back_note(note, by=worker)
    reading.refresh_from_db()
    assert reading.state == ReadingState.PASSED_ON


def test_a_photograph_is_drawn_afresh_small_and_sealed(save):
    save(photograph=Photograph(question="do_more", content=flipchart()))
    comment = Comment.objects.get()
    recording = Recording.objects.get()
    assert (comment.kind, comment.read()) == (CommentKind.PHOTO, "")
    assert (comment.is_recorded, comment.is_seen) == (True, True)
    content = recording.read()
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("WEBP", (1600, 1067))
    assert not picture.getexif()
    assert b"Larch House" not in content
    assert content not in bytes(recording.sealed_content)


@pytest.mark.parametrize("content", [b"", b"no picture", b"<svg/>", b"\xff\xd8\xff"])
def test_what_is_no_photograph_is_refused_and_nothing_is_kept(save, content):
    with pytest.raises(NoPhotograph), transaction.atomic():
        save(photograph=Photograph(question="do_more", content=content))
    assert not SessionNote.objects.exists()


def test_a_photograph_is_taken_out_by_its_id(save):
    note = save(photograph=Photograph(question="do_more", content=flipchart((60, 40))))
    comment = Comment.objects.get()
    save(once=note.pk, version=1, gone={comment.pk})
    comment.refresh_from_db()
    assert comment.taken_back


def test_once_the_key_is_gone_nothing_more_is_written_up(save, survey):
    save(said())
    destroy_key(owner=survey_owner(survey.pk), purpose=KeyPurpose.RAW)
    with pytest.raises(WordsAreOver), transaction.atomic():
        save(said())


def test_sessions_are_counted_apart_from_responses(survey, worker, save):
    ResponseFactory(edition=survey.editions.get(), finished=True)
    for present in (5, 7):
        note = save(said(), facts=facts(present=present))
        send_note(note, by=worker)
    save(said(), facts=facts(present=90))
    assert sessions_of(survey) == Sessions(number=2, young_people=12)
    assert live_counts(survey).finished == 1


def test_where_it_was_heard_is_said_with_how_many_and_how_old(save):
    note = save(facts=facts(present=12, age_bands=["8-11", "11-15"]))
    assert heard_in(note) == ("Heard in a session of 12, 8 to 11 and 11–15 years old")
    note.age_bands = []
    assert heard_in(note) == "Heard in a session of 12"


def test_the_audit_says_who_wrote_and_holds_no_word(save, worker):
    note = save(said("unutterable"))
    entry = Entry.objects.get(verb="surveys.save_session_note")
    assert (entry.actor_id, entry.object_id) == (worker.pk, str(note.pk))
    assert "unutterable" not in str(entry.details)


def test_a_comment_is_of_a_response_or_of_a_session_and_never_of_both(save):
    save(said())
    comment = Comment.objects.get()
    response = ResponseFactory(edition=comment.session_note.edition)
    rows = Comment.objects.filter(pk=comment.pk)
    for wrong in ({"session_note": None}, {"response": response}):
        with refused_by("comment_of_a_response_or_a_session"):
            rows.update(**wrong)
    rows.update(session_note=None, response=response)


def test_several_statements_of_one_note_are_about_one_question(save):
    note = save(said("one"), said("two"))
    assert words_in(note) == ["one", "two"]


@pytest.mark.parametrize("present", [0, 501])
def test_a_session_of_nobody_or_of_a_stadium_is_none(save, present):
    note = save()
    with refused_by("session_note_somebody_was_there"):
        SessionNote.objects.filter(pk=note.pk).update(present=present)


def test_what_was_sent_says_when(save):
    note = save()
    rows = SessionNote.objects.filter(pk=note.pk)
    for state in NoteState.heard():
        with refused_by("session_note_sent_says_when"):
            rows.update(state=state)
    with refused_by("session_note_sent_says_when"):
        rows.update(sent_at="2026-03-14T12:00:00Z")


def test_a_statement_needs_no_band_and_no_yes(save):
    note = save(Statement(question="do_more", words="plain"))
    comment = Comment.objects.get(session_note=note)
    assert (comment.age_band, comment.may_quote) == ("", False)
