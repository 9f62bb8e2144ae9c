"""All answers of a survey as a file: what is in it, for how long, and what ends it."""

import copy
import csv
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.counting import roll_up
from surveys.domain.withdrawing import withdraw_response
from surveys.enums import ResponseState
from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory
from tests.factories.releases import AnsweredSurveyFactory, answer, comment_on
from tests.factories.surveys import (
    DEFINITION,
    CommentFactory,
    EditionFactory,
    ResponseFactory,
)
from voice.audit.models import Entry
from voice.council.domain.keys import KeyDestroyed, key_is_there
from voice.council.enums import KeyPurpose
from voice.moderation.domain.reading import pass_on_comment, put_back
from voice.moderation.enums import PutBackReason
from voice.releases.domain import exporting
from voice.releases.domain.exporting import (
    AlreadyInHand,
    NotThere,
    ask_export,
    drop_export,
    make_export,
    take_export,
)
from voice.releases.enums import ExportState
from voice.releases.models import Export, ExportPart
from voice.releases.tasks import make_what_waits

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
WHY = "To look at it with the youth council"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def held(monkeypatch):
    """Keep what is asked for waiting: nobody makes it."""
    monkeypatch.setattr(exporting, "export_asked", lambda _pk: None)


def made(survey, worker):
    """Return an export that is ready."""
    export = ask_export(survey, why=WHY, by=worker)
    export.refresh_from_db()
    assert export.state == ExportState.READY
    return export


def rows_of(export, worker):
    """Return the lines of an export as somebody reads them."""
    content = b"".join(take_export(export, by=worker)).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_each_counted_response_is_one_line_with_what_was_chosen(worker):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    answer(survey, yes=2, no=1, scale=7, language="pl")
    rows = rows_of(made(survey, worker), worker)
    said = sorted(
        (row["Do you know your worker?"], row["Language"], row[SCALE]) for row in rows
    )
    assert said == [
        ("No", "Polish", "7"),
        ("Yes", "Polish", "7"),
        ("Yes", "Polish", "7"),
    ]
    assert {row["Way in"] for row in rows} == {"Open link"}
    assert {row["Age band"] for row in rows} == {"11 to 17"}
    assert {row["Week"] for row in rows} == {Response.objects.first().week.isoformat()}


SCALE = "How safe do you feel, 0 to 10?"


def test_answers_rolled_up_and_not_are_told_alike(worker):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    answer(survey, yes=2, scale=3)
    before = sorted(map(str, rows_of(made(survey, worker), worker)))
    roll_up(survey, at=timezone.now())
    assert Response.objects.filter(packed=None).count() == 0
    assert sorted(map(str, rows_of(made(survey, worker), worker))) == before


def test_kept_words_alone_are_in_it(worker):
    survey = AnsweredSurveyFactory(yes=8, no=0)
    first, second, third, fourth, fifth, *_ = Response.objects.all()
    comment_on(first, "zebra come wen u say")
    comment_on(
        second, "robinoriginal is late", redacted=True, passages=[(0, 13, "[name]")]
    )
    comment_on(third, "walruswithheld", withheld=True)
    comment_on(fourth, "pelicanpassed", passed_on=True)
    CommentFactory(response=fifth, words="urchinunread")
    export = made(survey, worker)
    content = b"".join(take_export(export, by=worker)).decode()
    assert "zebra come wen u say" in content
    assert "[name] is late" in content
    for secret in ("robinoriginal", "walrus", "pelican", "urchin"):
        assert secret not in content
    assert len(content.splitlines()) == 9


def test_words_under_a_concern_are_not_in_it(worker):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    said = CommentFactory(response=Response.objects.first(), words="newtnearby")
    ConcernFactory(reading__comment=said)
    content = b"".join(take_export(made(survey, worker), by=worker)).decode()
    assert "newtnearby" not in content


def test_no_id_no_code_and_nothing_unfinished_is_in_it(worker):
    survey = AnsweredSurveyFactory(yes=3, no=0)
    edition = survey.editions.get()
    ResponseFactory(edition=edition, age_band="16-25")
    (aside,) = answer(survey, yes=1, age_band="16-25")
    Response.objects.filter(pk=aside.pk).update(state=ResponseState.SET_ASIDE)
    export = made(survey, worker)
    content = b"".join(take_export(export, by=worker)).decode()
    assert len(content.splitlines()) == 4
    assert "16 to 25" not in content
    for response in Response.objects.all():
        assert str(response.pk) not in content
        assert response.pk.hex not in content


def test_an_edition_s_own_options_are_told_and_questions_are_joined_by_key(worker):
    survey = AnsweredSurveyFactory(yes=1, no=0)
    definition = copy.deepcopy(DEFINITION)
    definition["questions"] = definition["questions"][:1]
    words = definition["questions"][0]["wordings"]["en"][""]
    words |= {"prompt": "Do you know them?"}
    words["options"] = words["options"] | {"yes": "Certainly"}
    second = EditionFactory(survey=survey, number=2, definition=definition)
    answer(survey, yes=1, edition=second)
    rows = rows_of(made(survey, worker), worker)
    assert sorted(row["Do you know them?"] for row in rows) == ["Certainly", "Yes"]


def test_the_order_tells_nothing_of_when_they_came(worker, monkeypatch):
    monkeypatch.setattr("voice.releases.queries.answers.AT_ONCE", 1)
    survey = AnsweredSurveyFactory(yes=0, no=0)
    for number in range(10):
        answer(survey, yes=1, scale=number)
    orders = {
        tuple(row[SCALE] for row in rows_of(made(survey, worker), worker))
        for _again in range(4)
    }
    assert len(orders) > 1
    assert all(sorted(order) == sorted(map(str, range(10))) for order in orders)


def test_lines_of_a_batch_stand_by_what_they_say(worker):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    for number in (9, 1, 5, 3):
        answer(survey, yes=1, scale=number)
    content = b"".join(take_export(made(survey, worker), by=worker)).decode()
    assert content.splitlines()[1:] == sorted(content.splitlines()[1:])


def test_it_is_sealed_under_a_key_of_its_own(worker):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    comment_on(Response.objects.first(), "zebra come wen u say")
    export = made(survey, worker)
    kept = b"".join(bytes(part.sealed_lines) for part in export.parts.all())
    assert kept
    assert b"zebra" not in kept
    assert key_is_there(owner=f"export:{export.pk}", purpose=KeyPurpose.KEPT)


def test_asking_taking_and_whose_words_are_in_it_are_written_down(worker):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    reading = comment_on(Response.objects.first(), "zebra come wen u say")
    export = made(survey, worker)
    rows_of(export, worker)
    said = {
        entry.verb: entry.details
        for entry in Entry.objects.filter(verb__contains="export")
    }
    assert said == {
        "releases.ask_export": {"survey": survey.pk},
        "releases.export_comments": {"comments": [str(reading.comment_id)]},
        "releases.take_export": {"survey": survey.pk, "responses": 2},
    }
    assert set(
        Entry.objects.filter(verb__contains="export").values_list("actor", flat=True)
    ) == {worker.pk}


def test_one_at_a_time_for_each_person(worker, held):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    ask_export(survey, why=WHY, by=worker)
    with pytest.raises(AlreadyInHand):
        ask_export(survey, why=WHY, by=worker)
    ask_export(survey, why=WHY, by=UserFactory(worker=True))


def ended(export):
    """Say whether nothing of an export can be read any more, key and all."""
    export.refresh_from_db()
    with pytest.raises(NotThere):
        take_export(export, by=export.by)
    return not export.parts.exists() and not key_is_there(
        owner=export.key_owner(), purpose=KeyPurpose.KEPT
    )


def test_after_a_day_it_is_destroyed(worker):
    export = made(AnsweredSurveyFactory(yes=2, no=0), worker)
    now = timezone.now()
    assert make_what_waits(now + timedelta(hours=23)) == []
    assert export.parts.exists()
    with time_machine.travel(now + timedelta(hours=25), tick=False):
        with pytest.raises(NotThere):
            take_export(export, by=worker)
        assert make_what_waits(timezone.now()) == [
            "Exports: 1 destroyed, their time was over."
        ]
    assert ended(export)
    assert export.state == ExportState.EXPIRED


def test_it_ends_with_the_answers_it_was_made_of(worker):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    kept = survey.editions.get().definition["keeps"]["responses"]
    last = survey.consultation.closes_on + timedelta(days=kept)
    with time_machine.travel(f"{last} 20:00Z", tick=False):
        export = made(survey, worker)
        assert timezone.localdate(export.expires_at) == last


def test_who_asked_can_destroy_it(worker):
    export = made(AnsweredSurveyFactory(yes=2, no=0), worker)
    drop_export(export, by=worker)
    assert ended(export)
    assert export.state == ExportState.DROPPED
    with pytest.raises(NotThere):
        drop_export(export, by=worker)


def test_it_ends_when_somebody_takes_their_answers_back(worker):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    other = AnsweredSurveyFactory(yes=2, no=0)
    export, elsewhere = made(survey, worker), made(other, worker)
    withdraw_response(Response.objects.filter(edition__survey=survey).first())
    assert ended(export)
    assert export.state == ExportState.OUT_OF_DATE
    assert len(rows_of(elsewhere, worker)) == 2
    assert len(rows_of(made(survey, worker), worker)) == 1


@pytest.mark.parametrize("how", ["put back", "passed on"])
def test_it_ends_when_kept_words_are_kept_no_longer(worker, how):
    survey = AnsweredSurveyFactory(yes=2, no=0)
    reading = comment_on(Response.objects.first(), "zebra come wen u say")
    export = made(survey, worker)
    if how == "put back":
        put_back(reading, by=worker, seen=reading, why=PutBackReason.MISSED)
    else:
        pass_on_comment(reading, version=reading.version, by=worker)
    assert ended(export)


def test_what_is_taken_back_while_it_is_made_is_not_in_it(worker, held, monkeypatch):
    survey = AnsweredSurveyFactory(yes=3, no=0)
    export = ask_export(survey, why=WHY, by=worker)
    monkeypatch.setattr("voice.releases.queries.answers.AT_ONCE", 1)
    kept = exporting._kept

    def withdrawn_after_the_first(export, number, lines, **said):
        done = kept(export, number, lines, **said)
        if number == 1:
            withdraw_response(Response.objects.filter(state="finished").first())
        return done

    monkeypatch.setattr(exporting, "_kept", withdrawn_after_the_first)
    make_export(export.pk)
    assert ended(export)
    assert export.state == ExportState.OUT_OF_DATE


def test_a_worker_killed_half_way_is_followed_by_another(worker, held, monkeypatch):
    survey = AnsweredSurveyFactory(yes=3, no=0)
    export = ask_export(survey, why=WHY, by=worker)
    monkeypatch.setattr("voice.releases.queries.answers.AT_ONCE", 1)
    with monkeypatch.context() as killed:
        killed.setattr(exporting, "_finish", _killed)
        with pytest.raises(KeyboardInterrupt):
            make_export(export.pk)
    assert export.parts.count() == 4
    make_what_waits(timezone.now() + timedelta(minutes=6))
    export.refresh_from_db()
    assert (export.state, export.attempt, export.rows_done) == ("ready", 2, 3)
    assert len(rows_of(export, worker)) == 3


def _killed(_export):
    raise KeyboardInterrupt


def test_a_worker_thought_dead_writes_nothing_any_more(worker, held):
    survey = AnsweredSurveyFactory(yes=3, no=0)
    export = ask_export(survey, why=WHY, by=worker)
    slow = exporting._begun(export.pk)
    Export.objects.filter(pk=export.pk).update(state=ExportState.WAITING)
    make_export(export.pk)
    lines = exporting.Lines(b"again", 3, [])
    assert not exporting._kept(slow, 1, lines)
    exporting._finish(slow)
    export.refresh_from_db()
    assert (export.attempt, export.rows_done) == (2, 3)
    assert len(rows_of(export, worker)) == 3


def test_what_fails_three_times_is_given_up(worker, held, monkeypatch):
    monkeypatch.setattr(exporting, "AnswersOut", _broken)
    export = ask_export(AnsweredSurveyFactory(yes=1, no=0), why=WHY, by=worker)
    now = timezone.now()
    for later in (6, 12, 18, 24):
        make_what_waits(now + timedelta(minutes=later))
        Export.objects.filter(pk=export.pk).update(touched_at=now)
    assert ended(export)
    assert (export.state, export.attempt) == (ExportState.FAILED, 3)


def _broken(*_args, **_said):
    raise ValueError("zebra")


def test_parts_without_their_key_are_nothing(worker):
    export = made(AnsweredSurveyFactory(yes=2, no=0), worker)
    parts = list(ExportPart.objects.filter(export=export))
    drop_export(export, by=worker)
    ExportPart.objects.bulk_create(parts)
    Export.objects.filter(pk=export.pk).update(state=ExportState.READY)
    with pytest.raises(KeyDestroyed):
        list(take_export(export, by=worker))


@pytest.mark.parametrize(
    "wrong",
    [{"why": ""}, {"state": ExportState.READY, "expires_at": None}],
)
def test_the_database_refuses_an_export_without_reason_or_end(worker, wrong):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.create(**({"survey": survey, "by": worker, "why": WHY} | wrong))


def test_the_database_refuses_a_second_in_hand_and_a_second_part(worker):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    said = {"survey": survey, "by": worker, "why": WHY}
    export = Export.objects.create(**said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.create(**said, state=ExportState.MAKING)
    ExportPart.objects.create(export=export, number=1, sealed_lines=b"")
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportPart.objects.create(export=export, number=1, sealed_lines=b"")
