from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from surveys.domain.answering import (
    ResponseIsClosed,
    SurveyIsClosed,
    finish_response,
    leave_response,
    save_answer,
)
from surveys.domain.code_batches import (
    CodesAreGone,
    NoSuchCode,
    TooManyToPrint,
    count_batches,
    forget_numbers,
    look_after_codes,
    take_code_back,
    take_out_codes,
)
from surveys.domain.forgetting import forget_response
from surveys.domain.invitation_codes import (
    CodeIsOver,
    NotThatMany,
    go_on_by_code,
    make_batch,
    start_by_code,
)
from surveys.domain.invitations import stop_invitation
from surveys.enums import CodeKind, CodesOut, CodeState, ResponseState
from surveys.logic.personal_codes import signs_of
from surveys.models import CodeBatch, Invitation, InvitationCode, Response
from surveys.queries.reach import LiveCounts, live_counts, reach_of
from surveys.queries.responses import IDLE, code_hash, response_under_way
from tests.factories.accounts import UserFactory
from tests.factories.surveys import DEFINITION, EditionFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
KNOWN = DEFINITION | {"mode": "known_to_worker"}
WHO = {"language": "en", "age_band": "11-17"}


def batch(size=10, *, known=False, edition=None, **more):
    """Return a new way in by codes, and the codes as they are printed."""
    edition = edition or EditionFactory(definition=KNOWN if known else DEFINITION)
    by = UserFactory(worker=True)
    way = make_batch(edition.survey, size=size, by=by, **more)
    return way, take_out_codes(way, out=CodesOut.TABLE, by=by)


def row(code):
    """Return the row of a code that was printed."""
    hashed = code_hash(CodeKind.INVITATION, signs_of(code))
    return InvitationCode.objects.get(code_hash=hashed)


def start(code, **more):
    return start_by_code(row(code), **WHO, **more)


def test_codes_are_made_by_the_hash_and_taken_out_once():
    way, codes = batch(12)
    assert len(set(codes)) == 12
    hashes = {code_hash(CodeKind.INVITATION, signs_of(code)) for code in codes}
    assert set(way.codes.values_list("code_hash", flat=True)) == hashes
    by = UserFactory(worker=True)
    with pytest.raises(CodesAreGone):
        take_out_codes(way, out=CodesOut.SLIPS, by=by)
    kept = CodeBatch.objects.get()
    assert (kept.sealed_codes, kept.taken_out_as) == (None, CodesOut.TABLE)
    told = " ".join(str(entry.details) for entry in Entry.objects.all())
    assert not [code for code in codes if code in told or code[:9] in told]


def test_codes_wait_sealed_and_no_column_has_them_in_clear():
    edition = EditionFactory()
    way = make_batch(edition.survey, size=10, by=UserFactory(worker=True))
    sealed = bytes(CodeBatch.objects.get().sealed_codes)
    codes = take_out_codes(way, out=CodesOut.TABLE, by=UserFactory(worker=True))
    assert not [code for code in codes if code.encode() in sealed]


def test_unnamed_codes_stand_in_no_order_the_paper_has():
    _way, codes = batch(40)
    rows = InvitationCode.objects.order_by("pk").values_list("code_hash", "number")
    assert [hashed for hashed, _number in rows] == sorted(
        row(c).code_hash for c in codes
    )
    assert {number for _hash, number in rows} == {None}


def test_codes_known_to_a_worker_have_the_numbers_of_the_paper():
    _way, codes = batch(3, known=True)
    assert [row(code).number for code in codes] == [1, 2, 3]


@pytest.mark.parametrize(("size", "known"), [(9, False), (0, True), (10_001, True)])
def test_batch_of_another_size_is_not_made(size, known):
    with pytest.raises(NotThatMany):
        batch(size, known=known)
    assert not InvitationCode.objects.exists()


def test_ten_thousand_codes_are_made_in_a_few_statements(django_assert_max_num_queries):
    edition = EditionFactory()
    by = UserFactory(worker=True)
    with django_assert_max_num_queries(70):
        way = make_batch(edition.survey, size=10_000, by=by)
    assert way.codes.count() == 10_000


def test_too_many_letters_are_not_printed_and_the_codes_stay():
    edition = EditionFactory()
    by = UserFactory(worker=True)
    way = make_batch(edition.survey, size=501, by=by)
    with pytest.raises(TooManyToPrint, match="500"):
        take_out_codes(way, out=CodesOut.LETTERS, by=by)
    assert len(take_out_codes(way, out=CodesOut.SLIPS, by=by)) == 501


def test_a_code_made_before_is_made_again_for_nobody(monkeypatch):
    _way, codes = batch(10)
    fresh = (f"0000-{number:04d}" for number in range(100))
    made = iter([*codes[:3], *codes[:1]])

    def next_code():
        from surveys.logic.personal_codes import grouped

        return next(made, None) or grouped(next(fresh).replace("-", ""))

    monkeypatch.setattr("surveys.domain.invitation_codes.new_code", next_code)
    _other, others = batch(10)
    assert not set(others) & set(codes)
    assert InvitationCode.objects.count() == 20


def test_code_starts_one_response_and_goes_on_with_it():
    _way, codes = batch()
    first = start(codes[0])
    save_answer(first.response, key="know_worker", value="yes")
    second = start(codes[0])
    assert second.response.pk == first.response.pk
    now = timezone.now()
    assert response_under_way(first.capability, at=now) is None
    found = response_under_way(second.capability, at=now)
    assert found.answers["know_worker"]["value"] == "yes"
    third = go_on_by_code(row(codes[0]))
    assert third.response.pk == first.response.pk
    assert Response.objects.count() == 1


def test_used_code_forgets_its_draft_and_opens_nothing():
    _way, codes = batch()
    started = start(codes[0])
    finish_response(started.response)
    finish_response(started.response)
    used = row(codes[0])
    assert (used.state, used.draft_id) == (CodeState.USED, None)
    with pytest.raises(CodeIsOver):
        start(codes[0])
    with pytest.raises(CodeIsOver):
        go_on_by_code(used)


def test_left_draft_is_forgotten_and_the_code_begins_another():
    _way, codes = batch()
    started = start(codes[0])
    leave_response(started.response)
    assert row(codes[0]).draft_id is None
    assert go_on_by_code(row(codes[0])) is None
    again = start(codes[0])
    assert again.response.pk != started.response.pk
    with pytest.raises(ResponseIsClosed):
        finish_response(started.response)


def test_saved_draft_is_gone_on_with_by_the_code_as_long_as_it_was_saved_for():
    _way, codes = batch()
    started = start(codes[0])
    now = timezone.now()
    Response.objects.update(return_hash="x", return_until=now + timedelta(days=7))
    leave_response(started.response)
    look_after_codes(now + timedelta(days=1))
    again = start(codes[0], at=now + timedelta(days=1))
    assert again.response.pk == started.response.pk
    look_after_codes(now + timedelta(days=8))
    assert row(codes[0]).draft_id is None


def test_idle_draft_is_not_gone_on_with_and_cannot_be_finished_beside_the_next():
    _way, codes = batch()
    started = start(codes[0])
    later = timezone.now() + IDLE + timedelta(minutes=1)
    again = start(codes[0], at=later)
    assert again.response.pk != started.response.pk
    with pytest.raises(ResponseIsClosed):
        finish_response(started.response)
    finish_response(again.response)
    assert row(codes[0]).state == CodeState.USED


def test_draft_nobody_can_go_on_with_is_forgotten_by_the_due_work():
    _way, codes = batch()
    start(codes[0])
    assert look_after_codes(timezone.now()) == []
    assert row(codes[0]).draft_id is not None
    look_after_codes(timezone.now() + IDLE)
    assert row(codes[0]).draft_id is None


def test_expired_code_starts_nothing_and_goes_on_with_what_it_began():
    way, codes = batch(expires_on=timezone.localdate())
    begun = start(codes[0])
    Invitation.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert start(codes[0]).response.pk == begun.response.pk
    with pytest.raises(SurveyIsClosed):
        start(codes[1])
    assert way.codes.filter(state=CodeState.STARTED).count() == 1


def test_batch_taken_back_opens_nothing_and_what_was_not_taken_out_is_destroyed():
    edition = EditionFactory()
    by = UserFactory(worker=True)
    way = make_batch(edition.survey, size=10, by=by)
    stop_invitation(way, by=by)
    assert set(way.codes.values_list("state", flat=True)) == {CodeState.REVOKED}
    with pytest.raises(CodesAreGone):
        take_out_codes(way, out=CodesOut.TABLE, by=by)


def test_batch_taken_back_lets_those_who_began_finish_on_their_device():
    way, codes = batch()
    begun, done = start(codes[0]), start(codes[1])
    finish_response(done.response)
    stop_invitation(way, by=UserFactory(worker=True))
    with pytest.raises(CodeIsOver):
        start(codes[0])
    finish_response(begun.response)
    assert begun.response.state == ResponseState.FINISHED
    assert row(codes[1]).state == CodeState.USED
    assert row(codes[0]).state == CodeState.REVOKED


def test_one_code_is_taken_back_by_typing_it_kindly():
    way, codes = batch()
    by = UserFactory(worker=True)
    take_code_back(way, typed=f" {codes[0].lower().replace('-', ' ')} ", by=by)
    with pytest.raises(CodeIsOver):
        start(codes[0])
    start(codes[1])


def test_used_code_that_is_taken_back_stays_used():
    way, codes = batch()
    finish_response(start(codes[0]).response)
    take_code_back(way, typed=codes[0], by=UserFactory(worker=True))
    assert row(codes[0]).state == CodeState.USED


def test_code_of_another_batch_cannot_be_taken_back_here():
    way, _codes = batch()
    _other, others = batch()
    for typed in (others[0], "hello", ""):
        with pytest.raises(NoSuchCode):
            take_code_back(way, typed=typed, by=UserFactory(worker=True))
    assert row(others[0]).state == CodeState.UNUSED


def test_forgotten_draft_lets_the_code_begin_another():
    _way, codes = batch()
    forget_response(start(codes[0]).response)
    assert start(codes[0]).response.state == ResponseState.UNDER_WAY


def test_number_goes_with_the_response_only_where_a_worker_knows():
    _way, codes = batch(3, known=True)
    assert start(codes[1]).response.code_number == 2
    assert Response.objects.get().code_number == 2
    edition = EditionFactory(definition=KNOWN)
    _way, codes = batch(3, edition=edition)
    EditionFactory(survey=edition.survey, number=2, definition=DEFINITION)
    assert start(codes[1]).response.code_number is None


def test_numbers_are_forgotten_once_names_are_not_asked_any_more():
    edition = EditionFactory(definition=KNOWN)
    way, _codes = batch(3, edition=edition)
    assert forget_numbers() == 0
    EditionFactory(survey=edition.survey, number=2, definition=DEFINITION)
    assert forget_numbers() == 1
    assert set(way.codes.values_list("number", flat=True)) == {None}
    assert not CodeBatch.objects.get().is_numbered


def test_numbers_told_of_codes_move_on_mondays_alone():
    way, codes = batch()
    survey = way.survey
    before = (live_counts(survey), reach_of([way])[0].counts)
    assert before == (LiveCounts(0, 0), LiveCounts(0, 0))
    finish_response(start(codes[0]).response)
    begun = start(codes[1])
    save_answer(begun.response, key="know_worker", value="yes")
    assert count_batches(timezone.now()) == 0
    assert (live_counts(survey), reach_of([way])[0].counts) == before
    assert CodeBatch.objects.get().used == 0
    assert count_batches(timezone.now() + timedelta(days=7)) == 1
    told = (live_counts(survey), reach_of([way])[0].counts)
    assert told == (LiveCounts(1, 1), LiveCounts(1, 1))
    assert CodeBatch.objects.get().used == 1


def test_numbers_told_of_codes_known_to_a_worker_are_live():
    way, codes = batch(3, known=True)
    finish_response(start(codes[0]).response)
    assert live_counts(way.survey) == LiveCounts(0, 1)
    assert reach_of([way])[0].counts == LiveCounts(0, 1)


def test_nothing_of_a_used_code_points_at_answers():
    fields = {
        field.name: field.related_model
        for field in InvitationCode._meta.get_fields()
        if field.is_relation
    }
    assert {name: model.__name__ for name, model in fields.items()} == {
        "invitation": "Invitation",
        "draft": "Response",
    }
    plain = {f.name for f in InvitationCode._meta.fields if not f.is_relation}
    # The last two are wished before the first question, with a number alone (0054).
    assert plain == {"id", "number", "code_hash", "state", "tell_in", "tell_as"}


def every_value():
    """Yield every value of every table of the database, with where it stands."""
    for model in apps.get_models(include_auto_created=True):
        for values in model._base_manager.values():
            for name, value in values.items():
                yield f"{model._meta.label}.{name}", values, value


def test_after_finish_no_value_joins_a_code_and_its_answers():
    _way, codes = batch()
    started = start(codes[0])
    save_answer(started.response, key="know_worker", value="yes")
    save_answer(started.response, key="do_more", value="come wen u say")
    finish_response(started.response)
    used = row(codes[0])
    ids = {str(started.response.pk), started.response.pk.hex}
    of_code = {used.code_hash, codes[0], codes[0].replace("-", "")}
    for place, _values, value in every_value():
        texts = {str(value), str(value).replace("-", "")}
        if texts & ids or any(one in str(value) for one in ids):
            assert not place.startswith("surveys.InvitationCode")
        if place != "surveys.InvitationCode.code_hash":
            assert not [one for one in of_code if one in str(value)], place
    alike = set(
        InvitationCode.objects.values_list(
            "state", "number", "draft", "invitation"
        ).filter(state=CodeState.USED)
    )
    assert alike == {("used", None, None, used.invitation_id)}


def test_finish_writes_all_used_codes_alike_on_monday():
    way, codes = batch()
    for code in codes[:3]:
        finish_response(start(code).response)
    count_batches(timezone.now() + timedelta(days=7))
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT xmin::text FROM surveys_invitationcode "
            "WHERE state = 'used' AND invitation_id = %s",
            [way.pk],
        )
        assert len(cursor.fetchall()) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"taken_out_at": timezone.now()},
        {"taken_out_as": "letters"},
        {"sealed_codes": b"x", "taken_out_as": "table", "taken_out_at": timezone.now()},
    ],
)
def test_batch_half_taken_out_cannot_be(broken):
    way, _codes = batch()
    CodeBatch.objects.update(taken_out_at=None, taken_out_by=None, taken_out_as="")
    if "sealed_codes" in broken:
        broken |= {"taken_out_by": way.made_by}
    with pytest.raises(IntegrityError), transaction.atomic():
        CodeBatch.objects.update(**broken)


def test_number_stands_once_in_a_batch():
    _way, _codes = batch(2, known=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationCode.objects.update(number=1)


def test_used_code_cannot_keep_a_draft():
    _way, codes = batch()
    start(codes[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationCode.objects.filter(state=CodeState.STARTED).update(state="used")


@pytest.mark.django_db(transaction=True)
def test_two_who_start_by_one_code_at_once_share_one_draft():
    _way, codes = batch(10)

    def begin(code, barrier):
        try:
            barrier.wait(timeout=30)
            return start(code).response.pk
        finally:
            connection.close()

    for code in codes:
        barrier = Barrier(2)
        with ThreadPoolExecutor(2) as pool:
            found = [pool.submit(begin, code, barrier) for _seat in range(2)]
            assert len({one.result(timeout=60) for one in found}) == 1
    assert Response.objects.count() == len(codes)


def test_no_token_leads_into_a_batch(client):
    way, _codes = batch()
    page = client.get(f"/a/{way.token}/")
    assert page.status_code == 410
    assert "There is nothing at this address" in page.content.decode()
