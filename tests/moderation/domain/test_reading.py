import pytest

from surveys.domain.answering import finish_response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory
from voice.audit.models import Entry
from voice.moderation.domain.errors import (
    AlreadyDecided,
    NothingReplaced,
    PassedOnStays,
    QuoteNotAllowed,
    QuoteNotCounted,
)
from voice.moderation.domain.reading import (
    approve_comment,
    open_comment,
    pass_on_comment,
    redact_comment,
    undo_decision,
    withhold_comment,
)
from voice.moderation.enums import ReadingState, WithholdReason
from voice.moderation.models import Concern, Decision
from voice.moderation.queries.kept import kept_readings

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True, name="Amina Rahman")


def entries(verb):
    return list(Entry.objects.filter(verb=verb))


def decisions_of(reading):
    return list(reading.decisions.values_list("state", "version", "by"))


def test_opening_a_comment_gives_the_words_and_writes_down_who_read_them(worker):
    reading = ReadingFactory(comment__words="come wen u say")
    assert open_comment(reading, by=worker) == "come wen u say"
    (entry,) = entries("moderation.read")
    assert (entry.actor, entry.object_id) == (worker, str(reading.pk))


def test_approving_keeps_the_words_with_both_yeses(worker):
    reading = ReadingFactory(comment__words="come wen u say")
    approve_comment(reading, version=1, may_count=True, may_quote=True, by=worker)
    reading.refresh_from_db()
    assert reading.state == ReadingState.APPROVED
    assert reading.kept_text() == "come wen u say"
    assert (reading.may_count, reading.may_quote) == (True, True)
    assert (reading.decided_by, reading.version) == (worker, 2)
    assert decisions_of(reading) == [("approved", 2, worker.pk)]
    assert len(entries("moderation.approved")) == 1


def test_a_childs_no_to_being_quoted_holds(worker):
    reading = ReadingFactory(comment__may_quote=False)
    with pytest.raises(QuoteNotAllowed):
        approve_comment(reading, version=1, may_count=True, may_quote=True, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.version) == ("waiting", 1)


def test_words_cannot_be_quoted_without_being_counted(worker):
    reading = ReadingFactory()
    with pytest.raises(QuoteNotCounted):
        approve_comment(reading, version=1, may_count=False, may_quote=True, by=worker)


def test_redacting_replaces_what_others_see_and_keeps_the_original(worker):
    reading = ReadingFactory(comment__words="Jade is the best, Jade turns up")
    redact_comment(
        reading,
        version=1,
        passages=[(18, 22, "[worker]"), (0, 4, "[worker]")],
        may_count=True,
        may_quote=True,
        by=worker,
    )
    reading.refresh_from_db()
    assert reading.state == ReadingState.REDACTED
    assert reading.kept_text() == "[worker] is the best, [worker] turns up"
    assert reading.comment.read() == "Jade is the best, Jade turns up"


@pytest.mark.parametrize(
    "passages",
    [
        [],
        [(3, 3, "[name]")],
        [(0, 999, "[name]")],
        [(-1, 2, "[name]")],
        [(0, 4, "[name]"), (3, 6, "[name]")],
        [(0, 4, "Someone")],
        [(0, 4, "")],
    ],
)
def test_a_redaction_that_does_not_fit_changes_nothing(worker, passages):
    reading = ReadingFactory(comment__words="Jade is the best")
    with pytest.raises(NothingReplaced):
        redact_comment(
            reading,
            version=1,
            passages=passages,
            may_count=True,
            may_quote=False,
            by=worker,
        )
    reading.refresh_from_db()
    assert (reading.state, reading.kept_text()) == ("waiting", "")


def test_withholding_has_a_reason_and_keeps_nothing(worker):
    reading = ReadingFactory()
    withhold_comment(reading, version=1, reason=WithholdReason.UNKIND, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.reason) == ("withheld", "unkind")
    assert reading.sealed_kept is None
    with pytest.raises(ValueError, match="because"):
        withhold_comment(ReadingFactory(), version=1, reason="because", by=worker)


def test_passing_on_copies_the_exact_words_into_a_concern(worker):
    reading = ReadingFactory(comment__words="he got my arm")
    pass_on_comment(reading, version=1, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.sealed_kept) == ("passed_on", None)
    concern = Concern.objects.get(comment=reading.comment)
    assert (concern.words(), concern.raised_by) == ("he got my arm", worker)
    assert len(entries("moderation.raise_concern")) == 1


@pytest.mark.parametrize("decided", ["approved", "redacted", "withheld"])
def test_an_undo_is_a_decision_of_its_own_back_to_waiting(worker, decided):
    reading = ReadingFactory(**{decided: True})
    undo_decision(reading, version=2, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.version) == ("waiting", 3)
    assert (reading.sealed_kept, reading.decided_by, reading.reason) == (None, None, "")
    assert [state for state, _, _ in decisions_of(reading)] == [decided, "waiting"]
    assert len(entries("moderation.waiting")) == 1


def test_passing_on_cannot_be_undone_by_a_reader(worker):
    reading = ReadingFactory(passed_on=True)
    with pytest.raises(PassedOnStays):
        undo_decision(reading, version=2, by=worker)
    reading.refresh_from_db()
    assert reading.state == ReadingState.PASSED_ON


@pytest.mark.parametrize(
    "second",
    [
        lambda reading, by: approve_comment(
            reading, version=1, may_count=True, may_quote=False, by=by
        ),
        lambda reading, by: redact_comment(
            reading,
            version=1,
            passages=[(0, 1, "[name]")],
            may_count=True,
            may_quote=False,
            by=by,
        ),
        lambda reading, by: withhold_comment(
            reading, version=1, reason="unkind", by=by
        ),
        lambda reading, by: pass_on_comment(reading, version=1, by=by),
        lambda reading, by: undo_decision(reading, version=1, by=by),
    ],
)
def test_the_second_of_two_readers_is_told_who_was_first(worker, second):
    reading = ReadingFactory(approved=True, by=worker)
    with pytest.raises(AlreadyDecided) as told:
        second(reading, by=UserFactory(worker=True))
    assert "Amina Rahman" in told.value.sentence
    assert "approved" in told.value.sentence
    reading.refresh_from_db()
    assert (reading.state, reading.version) == ("approved", 2)
    assert Decision.objects.count() == 1


def test_a_decided_comment_is_decided_again_only_after_an_undo(worker):
    reading = ReadingFactory(approved=True)
    with pytest.raises(AlreadyDecided):
        withhold_comment(reading, version=2, reason="unkind", by=worker)


def test_words_taken_back_can_be_passed_on_and_nothing_else(worker):
    comment = CommentFactory(words="he got my arm", taken_back=True)
    reading = comment.reading
    assert reading.state == ReadingState.TAKEN_BACK
    with pytest.raises(AlreadyDecided):
        approve_comment(
            reading,
            version=reading.version,
            may_count=True,
            may_quote=False,
            by=worker,
        )
    pass_on_comment(reading, version=reading.version, by=worker)
    assert Concern.objects.get().words() == "he got my arm"


def test_kept_readings_are_approved_or_redacted_counted_finished_and_unworried():
    approved = ReadingFactory(approved=True)
    redacted = ReadingFactory(redacted=True)
    ReadingFactory(approved=True, may_count=False, may_quote=False)
    ReadingFactory(approved=True, comment__finished=False)
    ReadingFactory(withheld=True)
    ReadingFactory(passed_on=True)
    ReadingFactory()
    assert set(kept_readings()) == {approved, redacted}
    assert list(kept_readings(approved.comment.survey)) == [approved]


def test_a_decision_about_an_unfinished_response_holds_once_it_is_finished():
    reading = ReadingFactory(approved=True, comment__finished=False)
    assert not kept_readings().exists()
    finish_response(reading.comment.response)
    assert list(kept_readings()) == [reading]


@pytest.mark.parametrize("before", ["approved", "redacted", "withheld"])
def test_what_was_decided_before_is_dropped_when_it_is_passed_on(worker, before):
    reading = ReadingFactory(**{before: True})
    pass_on_comment(reading, version=reading.version, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.sealed_kept, reading.reason) == (
        "passed_on",
        None,
        "",
    )
    assert (reading.may_count, reading.may_quote) == (False, False)
