"""What was heard in a session is read like any comment, and stands for no response."""

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.domain.erasing import erase_statement, replay_erasures
from surveys.domain.retention import end_responses, end_words
from surveys.domain.session_notes import send_note, take_back_note
from surveys.enums import InvitationKind, NoteState
from surveys.models import Comment, Erasure, Recording, SessionNote
from surveys.queries.setting_aside import meant_by
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.session_notes import (
    PhotographFactory,
    SessionNoteFactory,
    StatementFactory,
    said,
)
from tests.factories.surveys import CommentFactory, EditionFactory, ResponseFactory
from tests.factories.themes import TagFactory
from voice.moderation.domain.approving import approve_screenful
from voice.moderation.domain.errors import QuoteOwnNote
from voice.moderation.domain.reading import approve_comment, open_comment, undo_decision
from voice.moderation.domain.rest import read_rest
from voice.moderation.domain.transcribing import write_transcript
from voice.moderation.domain.translating import write_translation
from voice.moderation.enums import ReadingState
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.kept import counted_readings, kept_readings
from voice.releases.queries.material import release_material
from voice.releases.queries.quotable import quotable_readings
from voice.releases.queries.standing import surveys_to_release
from voice.releases.queries.using import releases_using
from voice.themes.queries import themes_by_response

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def writer():
    return UserFactory(worker=True, name="Rukhsana Malik")


@pytest.fixture
def reader():
    return UserFactory(worker=True)


@pytest.fixture
def edition(writer, reader):
    return EditionFactory()


@pytest.fixture
def heard(edition, writer):
    """Return a statement of a session that was sent, waiting to be read."""
    return StatementFactory(edition=edition, by=writer)


def reading_of(comment):
    return Reading.objects.select_related("comment").get(comment=comment)


def approve(comment, by, **yeses):
    reading = reading_of(comment)
    given = {"may_count": True, "may_quote": True} | yeses
    approve_comment(reading, version=reading.version, by=by, **given)
    return reading


def test_the_page_says_where_it_was_heard_and_has_no_rest(heard, reader, sign_in):
    page = sign_in(reader).get(reverse("moderation:comment", args=[heard.pk]) + "?rest")
    shown = page.content.decode()
    assert "Heard in a session of 12, 11 to 17 years old" in shown
    assert "Youth club in the north" in shown
    assert "Rukhsana Malik" in shown
    assert "In a group session: A friend" in shown
    assert "rest of this response" not in shown
    assert read_rest(reading_of(heard), by=reader) == []


def test_the_page_asks_the_question_as_it_stands_without_answers(
    heard, reader, sign_in
):
    page = sign_in(reader).get(reverse("moderation:comment", args=[heard.pk]))
    assert "What should your worker do more of?" in page.content.decode()


def test_the_queue_tells_it_apart_in_no_more_queries(
    edition, writer, reader, sign_in, django_assert_max_num_queries
):
    note = SessionNoteFactory(edition=edition, by=writer, statements=[said()] * 9)
    client = sign_in(reader)
    client.get(reverse("moderation:reading"))
    with django_assert_max_num_queries(30):
        page = client.get(reverse("moderation:queue", args=[note.survey_id]))
    assert page.content.decode().count("Heard in a session") == 9


def test_a_draft_is_said_to_be_one(edition, writer, reader, sign_in):
    comment = StatementFactory(edition=edition, by=writer, draft=True)
    page = sign_in(reader).get(reverse("moderation:comment", args=[comment.pk]))
    assert "The note is not sent yet" in page.content.decode()


def test_a_covered_statement_says_where_it_was_heard(heard, reader, sign_in):
    reader.covers_words = True
    reader.save()
    shown = sign_in(reader).get(reverse("moderation:comment", args=[heard.pk]))
    assert "Heard in a session of 12" in shown.content.decode()
    assert "they want more visits" not in shown.content.decode()


def test_two_yeses_are_two_peoples(heard, writer, reader):
    with pytest.raises(QuoteOwnNote):
        approve(heard, writer)
    assert approve(heard, reader).may_quote


def test_the_writer_may_let_it_be_counted_and_not_quoted(heard, writer):
    assert not approve(heard, writer, may_quote=False).may_quote


def test_a_screenful_gives_the_writers_own_note_no_second_yes(heard, writer):
    reading = reading_of(heard)
    open_comment(reading, by=writer)
    reading.refresh_from_db()
    done = approve_screenful(
        [(reading, reading.version)], may_count=True, may_quote=True, by=writer
    )
    assert [one.may_quote for one in done.approved] == [False]


def test_the_writer_is_told_why_quoting_is_closed(heard, writer, sign_in):
    page = sign_in(writer).get(reverse("moderation:comment", args=[heard.pk]))
    assert "somebody else says whether it is quoted" in page.content.decode()


def test_passed_on_the_lead_knows_the_session_and_whom_to_ask(heard, reader, sign_in):
    ReadingFactory(comment=heard, by=reader, passed_on=True)
    concern = Concern.objects.get()
    assert concern.way_in == InvitationKind.GROUP
    assert "Youth club in the north" in concern.way_in_label
    assert concern.heard_by == heard.session_note.written_by
    lead = sign_in(UserFactory(lead=True))
    for name in ("concern", "referral"):
        page = lead.get(reverse(f"moderation:{name}", args=[concern.pk]))
        shown = page.content.decode()
        assert "Ask Rukhsana Malik, who wrote the session up" in shown
        assert "Heard in a session of 12, 11 to 17 years old" in shown
        assert "The words, as a worker wrote them down" in shown


def test_a_possible_worry_says_where_it_was_heard(edition, writer, sign_in):
    comment = StatementFactory(edition=edition, by=writer, words="i want to die")
    Reading.objects.filter(comment=comment).update(worry=True)
    lead = sign_in(UserFactory(lead=True))
    shown = lead.get(reverse("moderation:worry", args=[comment.pk])).content.decode()
    assert "Heard in a session of 12" in shown
    assert lead.get(reverse("moderation:worries")).status_code == 200


def test_a_photograph_is_written_down_before_it_is_decided(
    edition, writer, reader, sign_in
):
    photograph = PhotographFactory(edition=edition, by=writer)
    shown = sign_in(reader).get(reverse("moderation:comment", args=[photograph.pk]))
    assert "A photograph that nobody has written down yet" in shown.content.decode()
    reading = reading_of(photograph)
    write_transcript(reading, version=reading.version, words="More visits", by=reader)
    assert approve(photograph, reader, may_quote=False).kept_text() == "More visits"


def test_a_photograph_passed_on_is_the_leads(edition, writer, reader, sign_in):
    photograph = PhotographFactory(edition=edition, by=writer)
    ReadingFactory(comment=photograph, by=reader, passed_on=True)
    concern = Concern.objects.get()
    lead = sign_in(UserFactory(lead=True))
    page = lead.get(reverse("moderation:concern", args=[concern.pk]))
    assert "The photograph of what a group wrote" in page.content.decode()
    picture = lead.get(reverse("moderation:concern_recording", args=[concern.pk]))
    assert picture["Content-Type"] == "image/webp"


def test_a_translation_stands_beside_it(heard, reader):
    reading = reading_of(heard)
    write_translation(reading, version=0, words="more visits", language="ur", by=reader)
    assert reading.comment.was_heard


def test_it_travels_once_sent_and_is_in_no_figure(edition, writer, reader):
    comment = StatementFactory(edition=edition, by=writer, draft=True)
    approve(comment, reader)
    survey = edition.survey
    assert not kept_readings(survey).exists()
    send_note(comment.session_note, by=writer)
    assert kept_readings(survey).count() == 1
    assert quotable_readings(survey).count() == 1
    assert not counted_readings(survey).exists()


def test_a_theme_heard_in_a_session_counts_for_nobody(edition, writer, reader):
    heard = StatementFactory(edition=edition, by=writer)
    theme = TagFactory(reading=approve(heard, reader)).theme
    assert themes_by_response(edition.survey) == {}
    response = ResponseFactory(edition=edition, finished=True)
    written = CommentFactory(response=response)
    TagFactory(reading=approve(written, reader), theme=theme)
    assert themes_by_response(edition.survey) == {response.pk: {theme.pk}}


def test_a_release_is_made_of_the_same_figures_with_sessions_and_without(
    edition, writer, reader
):
    response = ResponseFactory(edition=edition, finished=True)
    approve(CommentFactory(response=response), reader)
    before = release_material(edition.survey)
    for _ in range(3):
        heard = StatementFactory(edition=edition, by=writer)
        approve(heard, reader)
    withheld = StatementFactory(edition=edition, by=writer)
    ReadingFactory(comment=withheld, by=reader, withheld=True)
    assert release_material(edition.survey) == before


def test_nothing_is_released_while_something_heard_is_unread(edition, writer, reader):
    def unread():
        return surveys_to_release().get(pk=edition.survey_id).unread

    draft = StatementFactory(edition=edition, by=writer, draft=True)
    assert unread() == 0
    send_note(draft.session_note, by=writer)
    assert unread() == 1
    approve(draft, reader)
    assert unread() == 0


def test_a_decision_no_release_quotes_can_be_undone(heard, reader):
    reading = approve(heard, reader)
    assert releases_using(reading, hold=False) == []
    undo_decision(reading, version=reading.version, by=reader)
    assert reading_of(heard).state == ReadingState.WAITING


def test_rules_of_hoaxes_never_look_at_it(edition, writer):
    for _ in range(3):
        StatementFactory(edition=edition, by=writer, words="the same")
    rule = edition.survey.set_aside_rules.model(
        survey=edition.survey, kind="same_words", least=2
    )
    assert meant_by(rule) == set()


def test_its_words_end_with_the_surveys_raw_key(heard, edition, reader):
    photograph = PhotographFactory(edition=edition, by=heard.session_note.written_by)
    approve(heard, reader)
    ReadingFactory(comment=photograph, by=reader, passed_on=True)
    end_words(edition.survey, now=timezone.now())
    heard.refresh_from_db()
    assert bytes(heard.sealed_words) == b""
    assert bytes(Recording.objects.get().sealed_content) == b""
    assert kept_readings(edition.survey).count() == 1


def test_words_nobody_read_are_not_ended(heard, edition):
    end_words(edition.survey, now=timezone.now())
    assert Comment.objects.get().read() == "they want more visits"


def test_in_the_end_a_note_tells_neither_where_nor_how_old(heard, edition, reader):
    approve(heard, reader)
    draft = SessionNoteFactory(edition=edition, draft=True, statements=[])
    gone = StatementFactory(edition=edition)
    take_back_note(gone.session_note, by=gone.session_note.written_by)
    assert end_responses(edition.survey, now=timezone.now())
    assert end_responses(edition.survey, now=timezone.now()) == []
    states = {}
    for note in SessionNote.objects.all():
        states[note.pk] = note.state
        assert (note.label, note.age_bands, note.helped_by) == ("", [], [])
    assert states == {
        heard.session_note_id: NoteState.ENDED,
        draft.pk: NoteState.TAKEN_BACK,
        gone.session_note_id: NoteState.TAKEN_BACK,
    }
    assert [one.age_band for one in Comment.objects.all()] == [""]
    assert kept_readings(edition.survey).count() == 1


def test_a_statement_is_erased_with_all_that_stands_on_it(heard, reader):
    TagFactory(reading=approve(heard, reader))
    erase_statement(heard, by=reader)
    assert not Comment.objects.exists()
    assert not Reading.objects.exists()
    assert SessionNote.objects.count() == 1
    assert Erasure.objects.get().response_id == heard.pk


def test_a_backup_that_brings_it_back_forgets_it_again(heard, reader):
    approve(heard, reader)
    Erasure.objects.create(response_id=heard.pk, survey_id=heard.survey_id, by=reader)
    assert replay_erasures() == (1, 1)
    assert replay_erasures() == (1, 0)
    assert not Comment.objects.exists()


def test_a_band_that_was_not_said_is_no_choice(edition, writer, reader, sign_in):
    StatementFactory(edition=edition, by=writer, age_band="")
    page = sign_in(reader).get(reverse("moderation:queue", args=[edition.survey_id]))
    assert "Every age" in page.content.decode()
