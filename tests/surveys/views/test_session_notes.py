"""The pages of writing up a session: what is typed is kept, and who may see it."""

from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.enums import NoteState
from surveys.models import Comment, Erasure, SessionNote
from tests.factories.accounts import UserFactory
from tests.factories.session_notes import (
    PhotographFactory,
    SessionNoteFactory,
    StatementFactory,
    flipchart,
    said,
)
from tests.factories.surveys import EditionFactory, SurveyFactory, in_days
from voice.audit.models import Entry
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return EditionFactory().survey


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


def address(name, survey, **more):
    return reverse(f"surveys:{name}", kwargs={"slug": survey.slug, **more})


def typed(*statements, version=0, once=None, **changed):
    """Return what the page sends: each statement as (words, question, band, id)."""
    sent = {
        "once": str(once or uuid4()),
        "version": version,
        "held_on": in_days(-2).isoformat(),
        "label": "Youth club in the north",
        "present": 12,
        "age_bands": ["11-17"],
        "language": "en",
        "helped_by": ["friend"],
        "said-TOTAL_FORMS": len(statements),
        "said-INITIAL_FORMS": 0,
        "do": "save",
    }
    for place, one in enumerate(statements):
        words, question, band, pk = (*one, "", "", "", "")[:4]
        sent |= {
            f"said-{place}-id": pk,
            f"said-{place}-words": words,
            f"said-{place}-question": question,
            f"said-{place}-age_band": band,
        }
    return sent | changed


def test_a_survey_without_sessions_says_what_to_do(desk, survey):
    page = desk.get(address("session_notes", survey))
    assert "No session is written up yet" in page.content.decode()
    assert address("write_up", survey) in page.content.decode()


def test_a_survey_never_published_leads_to_what_is_missing(desk):
    survey = SurveyFactory()
    page = desk.get(address("session_notes", survey))
    assert address("check", survey) in page.content.decode()
    assert desk.get(address("write_up", survey)).status_code == 404


def test_the_list_counts_young_people_apart_and_asks_little(
    desk, survey, worker, django_assert_max_num_queries
):
    edition = survey.editions.get()
    for _ in range(27):
        SessionNoteFactory(edition=edition, by=worker, statements=[said(), said()])
    SessionNoteFactory(edition=edition, by=worker, draft=True)
    with django_assert_max_num_queries(24):
        page = desk.get(address("session_notes", survey))
    shown = page.content.decode()
    assert "324 young people in 27 sessions" in shown
    assert shown.count('class="record"') == 25
    assert "Page 1 of 2" in shown


def test_the_ways_in_and_the_hub_say_what_was_heard_in_sessions(desk, survey, worker):
    SessionNoteFactory(edition=survey.editions.get(), by=worker)
    for name in ("invitations", "survey"):
        page = desk.get(address(name, survey))
        assert "12 young people in 1 session" in page.content.decode()
        assert address("session_notes", survey) in page.content.decode()


def test_the_page_says_before_the_first_box_that_it_is_no_referral(desk, survey):
    page = desk.get(address("write_up", survey)).content.decode()
    warning = page.index("Writing it here is not a referral")
    assert 0 < warning < page.index("<textarea")


def test_a_session_is_begun_saved_gone_on_with_and_sent(desk, survey, worker):
    page = desk.post(
        address("write_up", survey), typed(("They want more visits", "do_more", ""))
    )
    note = SessionNote.objects.get()
    assert page.url == address("session_note", survey, pk=note.pk)
    assert (note.written_by, note.state) == (worker, NoteState.DRAFT)
    page = desk.get(page.url)
    assert "They want more visits" in page.content.decode()
    comment = Comment.objects.get()
    desk.post(
        address("session_note", survey, pk=note.pk),
        typed(
            ("They want more visits", "do_more", "11-17", str(comment.pk)),
            ("And pizza", "know_worker"),
            version=1,
            do="send",
        ),
    )
    note.refresh_from_db()
    assert note.state == NoteState.SENT
    assert [c.read() for c in Comment.objects.order_by("line")] == [
        "They want more visits",
        "And pizza",
    ]
    page = desk.get(address("session_note", survey, pk=note.pk)).content.decode()
    assert "And pizza" in page
    assert "<textarea" not in page


def test_what_is_typed_stays_when_the_page_is_refused(desk, survey):
    page = desk.post(
        address("write_up", survey),
        typed(
            ("A long sentence of theirs", "", "11-17"),
            ("Another", "do_more", "11-17"),
            present="",
            label="The library",
        ),
    )
    assert page.status_code == 422
    shown = page.content.decode()
    for words in ("A long sentence of theirs", "Another", "The library"):
        assert words in shown
    assert "#id_said-0-question" in shown
    assert "#id_present" in shown
    assert not SessionNote.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_on": "2099-01-01"},
        {"held_on": "someday"},
        {"present": 0},
        {"present": 5000},
        {"age_bands": []},
        {"age_bands": ["90-99"]},
        {"language": "tlh"},
        {"helped_by": ["Mrs Brown"]},
        {"once": "x"},
        {"said-0-question": "no_such"},
        {"said-0-age_band": "4-7"},
        {"said-0-words": "x" * 5001},
        {"said-TOTAL_FORMS": "many"},
        {"said-TOTAL_FORMS": 61},
    ],
)
def test_what_cannot_be_is_refused(desk, survey, wrong):
    sent = typed(("Words", "do_more", "11-17")) | wrong
    page = desk.post(address("write_up", survey), sent)
    assert page.status_code == 422
    assert "error-summary" in page.content.decode()
    assert not SessionNote.objects.exists()


def test_a_box_taken_out_is_taken_back(desk, survey, worker):
    comment = StatementFactory(edition=survey.editions.get(), by=worker, draft=True)
    note = comment.session_note
    sent = typed(("gone", "do_more", "", str(comment.pk)), version=1)
    desk.post(
        address("session_note", survey, pk=note.pk), sent | {"said-0-remove": "on"}
    )
    comment.refresh_from_db()
    assert comment.taken_back


def test_what_could_be_a_name_is_shown_before_it_is_sent(desk, survey):
    sent = typed(("Jayden Smith is mean", "do_more"), do="send")
    page = desk.post(address("write_up", survey), sent, follow=True)
    note = SessionNote.objects.get()
    assert note.state == NoteState.DRAFT
    assert "Could one of these tell who a young person is?" in page.content.decode()
    assert "<li><bdi>Jayden" in page.content.decode()
    pk = str(Comment.objects.get().pk)
    sent = typed(("Jayden Smith is mean", "do_more", "", pk), version=1, do="send")
    desk.post(address("session_note", survey, pk=note.pk), sent | {"looked": "on"})
    note.refresh_from_db()
    assert note.state == NoteState.SENT


def test_somebody_elses_newer_draft_is_not_written_over(desk, survey, worker):
    note = SessionNoteFactory(edition=survey.editions.get(), by=worker, draft=True)
    page = desk.post(
        address("session_note", survey, pk=note.pk),
        typed(("Typed in vain?", "do_more"), version=7),
    )
    assert page.status_code == 409
    assert "Typed in vain?" in page.content.decode()
    assert Comment.objects.count() == 1


def test_a_photograph_is_kept_and_looked_at_by_readers_alone(
    desk, survey, client, sign_in
):
    sent = typed() | {
        "photo-content": SimpleUploadedFile("IMG_1.jpg", flipchart((80, 60))),
        "photo-question": "do_more",
    }
    desk.post(address("write_up", survey), sent)
    comment = Comment.objects.get()
    picture = reverse("moderation:recording", args=[comment.pk])
    page = desk.get(picture)
    assert (page.status_code, page["Content-Type"]) == (200, "image/webp")
    shown = desk.get(address("session_note", survey, pk=comment.session_note_id))
    assert picture in shown.content.decode()
    for other in ({"worker": True, "outsider": True}, {"editor": True}, {"lead": True}):
        sign_in(UserFactory(**other))
        assert client.get(picture).status_code in {403, 404}


def test_a_file_that_is_no_photograph_is_refused_and_the_rest_stays(desk, survey):
    sent = typed(("Stays on the page", "do_more")) | {
        "photo-content": SimpleUploadedFile("x.jpg", b"GIF89a"),
        "photo-question": "do_more",
    }
    page = desk.post(address("write_up", survey), sent)
    assert page.status_code == 422
    assert "Stays on the page" in page.content.decode()
    assert "That picture could not be kept" in page.content.decode()
    assert not SessionNote.objects.exists()


def test_a_photograph_needs_its_question(desk, survey):
    sent = typed() | {"photo-content": SimpleUploadedFile("x.jpg", flipchart((8, 8)))}
    page = desk.post(address("write_up", survey), sent)
    assert page.status_code == 422
    assert "#id_photo-question" in page.content.decode()


def test_a_photograph_is_taken_out_of_a_draft(desk, survey, worker):
    sent = typed() | {
        "photo-content": SimpleUploadedFile("x.jpg", flipchart((80, 60))),
        "photo-question": "do_more",
    }
    desk.post(address("write_up", survey), sent)
    comment = Comment.objects.get()
    desk.post(
        address("session_note", survey, pk=comment.session_note_id),
        typed(version=1) | {"gone": ["junk", str(comment.pk)]},
    )
    comment.refresh_from_db()
    assert comment.taken_back


def test_passed_on_words_are_shown_here_no_more(desk, survey, worker):
    edition = survey.editions.get()
    for kind in ({}, {"draft": True}):
        comment = StatementFactory(
            edition=edition, by=worker, words="secretword", **kind
        )
        reading = Reading.objects.get(comment=comment)
        pass_on_comment(reading, version=reading.version, by=worker)
        for name in ("session_note", "print_note"):
            page = desk.get(address(name, survey, pk=comment.session_note_id))
            assert "secretword" not in page.content.decode()
            assert "assed on to the safeguarding lead" in page.content.decode()


def test_reading_a_note_is_written_down_by_what_was_shown(desk, survey, worker):
    comment = StatementFactory(edition=survey.editions.get(), by=worker)
    desk.get(address("session_note", survey, pk=comment.session_note_id))
    entry = Entry.objects.get(verb="surveys.read_session_note")
    assert entry.actor == worker
    assert entry.details["statements"] == [str(comment.pk)]


def test_a_note_prints_with_its_words_and_photographs(desk, survey, worker):
    edition = survey.editions.get()
    note = SessionNoteFactory(edition=edition, by=worker)
    page = desk.get(address("print_note", survey, pk=note.pk)).content.decode()
    assert "they want more visits" in page
    assert "Heard in a session of 12, 11 to 17 years old" in page
    photograph = PhotographFactory(edition=edition, by=worker)
    pk = photograph.session_note_id
    page = desk.get(address("print_note", survey, pk=pk)).content.decode()
    assert f'src="{reverse("moderation:recording", args=[photograph.pk])}"' in page


def test_one_statement_or_all_of_a_note_is_taken_back(desk, survey, worker):
    edition = survey.editions.get()
    note = SessionNoteFactory(edition=edition, by=worker, statements=[said(), said()])
    one = note.statements.first()
    desk.post(address("take_back_said", survey, pk=note.pk, comment_id=one.pk))
    assert note.statements.filter(taken_back=False).count() == 1
    page = desk.get(address("take_back_note", survey, pk=note.pk))
    assert page.status_code == 200
    assert note.statements.filter(taken_back=False).count() == 1
    desk.post(address("take_back_note", survey, pk=note.pk))
    note.refresh_from_db()
    assert note.state == NoteState.TAKEN_BACK
    assert not note.statements.filter(taken_back=False).exists()


def test_a_statement_is_erased_once_somebody_has_read_it(desk, survey, worker):
    comment = StatementFactory(edition=survey.editions.get(), by=worker)
    note = comment.session_note_id
    place = address("erase_said", survey, pk=note, comment_id=comment.pk)
    assert desk.get(place).status_code == 200
    page = desk.post(place, {"sure": "yes"}, follow=True)
    assert "Somebody has to read what they wrote first" in page.content.decode()
    Reading.objects.filter(comment=comment).update(state=ReadingState.TAKEN_BACK)
    assert desk.post(place).status_code == 422
    desk.post(place, {"sure": "yes"})
    assert not Comment.objects.exists()
    assert Erasure.objects.get().response_id == UUID(str(comment.pk))


@pytest.mark.parametrize("name", ["session_note", "print_note", "take_back_note"])
def test_a_note_of_another_survey_is_not_here(desk, survey, name):
    other = SessionNoteFactory()
    assert desk.get(address(name, survey, pk=other.pk)).status_code == 404


def test_who_does_not_run_the_survey_sees_nothing_of_it(sign_in, survey, worker):
    note = SessionNoteFactory(edition=survey.editions.get(), by=worker)
    outsider = sign_in(UserFactory(worker=True, outsider=True))
    for name, more in (
        ("session_notes", {}),
        ("write_up", {}),
        ("session_note", {"pk": note.pk}),
    ):
        assert outsider.get(address(name, survey, **more)).status_code == 404
