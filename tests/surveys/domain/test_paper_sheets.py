from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.counting import differences, roll_up
from surveys.domain.paper_sheets import (
    AlreadyKeyed,
    CannotKey,
    OnPaper,
    key_again,
    key_sheet,
    settle_sheet,
)
from surveys.domain.refused_answers import AnswerRefused
from surveys.enums import AnswerState, HelpedBy, ResponseState
from surveys.logic.keyed import Keyed
from surveys.models import Comment, Consultation, PaperSheet
from surveys.queries.keyed import agreed_of
from surveys.time_taken import Took
from tests.factories.accounts import UserFactory
from tests.factories.answering import open_survey_link
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
SECRET = "plantedxyzzy turn up"
PAPER = OnPaper("en", "11-17", HelpedBy.TEACHER, agreed=True)
KEYED = {
    "know_worker": Keyed("yes"),
    "what_helps": Keyed(["texts"]),
    "happy": Keyed("4"),
    "safe": Keyed("7"),
    "do_more": Keyed(SECRET),
}


@pytest.fixture
def survey(settings):
    settings.PAPER_SAMPLE = 1
    return open_survey_link().survey


@pytest.fixture
def by():
    return UserFactory(worker=True)


@pytest.fixture
def sheet(survey, by):
    return keyed_once(survey, by)


def keyed_once(survey, by, **other):
    return key_sheet(
        survey,
        edition=survey.editions.get(),
        paper=PAPER,
        keyed=KEYED | other,
        by=by,
    )


def test_paper_is_a_finished_response_said_to_be_one(sheet, by):
    response = sheet.response
    assert response.state == ResponseState.FINISHED
    assert response.invitation.kind == "paper"
    assert (response.helped_by, response.company) == ("teacher", "helping")
    assert response.agreement == "own"
    assert response.answers["safe"] == {"state": "answered", "value": 7}
    assert Comment.objects.get().read() == SECRET
    assert (sheet.number, sheet.is_sample, sheet.keyed_by) == (1, True, by)
    assert SECRET not in str(Entry.objects.get(verb="surveys.key_sheet").details)


def test_next_paper_has_the_next_number_and_the_same_way_in(survey, sheet, by):
    other = keyed_once(survey, by)
    assert other.number == 2
    assert other.response.invitation == sheet.response.invitation


def test_one_in_so_many_is_drawn_and_the_first_always(survey, by, settings):
    settings.PAPER_SAMPLE = 10**9
    assert keyed_once(survey, by).is_sample
    assert not keyed_once(survey, by).is_sample


def test_what_does_not_fit_keeps_nothing(survey, by):
    with pytest.raises(AnswerRefused):
        keyed_once(survey, by, safe=Keyed("11"))
    assert not PaperSheet.objects.exists()


def test_paper_comes_by_post_after_the_survey_closed_but_not_for_ever(
    survey, by, time_machine
):
    closes = Consultation.objects.get().closes_on
    last = closes + timedelta(days=14)
    time_machine.move_to(datetime(last.year, last.month, last.day, 9, tzinfo=UTC))
    assert keyed_once(survey, by).number == 1
    time_machine.shift(timedelta(days=1))
    with pytest.raises(CannotKey):
        keyed_once(survey, by)


def test_second_keying_that_agrees_is_settled_at_once(sheet, survey):
    other = UserFactory(worker=True)
    again = key_again(sheet, keyed=KEYED, by=other)
    assert (again.asked, again.differed, again.settled_by) == (5, 0, other)
    assert again.sealed_second is None
    assert agreed_of(survey).percent == 100
    with pytest.raises(AlreadyKeyed):
        key_again(sheet, keyed=KEYED, by=other)


def test_differences_are_settled_by_what_the_paper_says(sheet, survey, by):
    second = KEYED | {"safe": Keyed("1"), "do_more": Keyed("plantedqwerty")}
    again = key_again(sheet, keyed=second, by=UserFactory(worker=True))
    assert again.differed == 2
    assert b"plantedqwerty" not in bytes(again.sealed_second)
    assert agreed_of(survey).percent == 60
    settled = settle_sheet(sheet, second_is_right={"do_more"}, by=by)
    settled.response.refresh_from_db()
    assert settled.response.answers["safe"]["value"] == 7
    assert Comment.objects.get().read() == "plantedqwerty"
    assert settled.sealed_second is None
    with pytest.raises(AlreadyKeyed):
        settle_sheet(sheet, second_is_right=set(), by=by)


def test_number_that_was_read_wrong_is_put_right(sheet, by):
    key_again(sheet, keyed=KEYED | {"safe": Keyed("1")}, by=UserFactory(worker=True))
    settled = settle_sheet(sheet, second_is_right={"safe"}, by=by)
    settled.response.refresh_from_db()
    assert settled.response.answers["safe"]["value"] == 1
    assert settled.response.state == ResponseState.FINISHED


def test_number_that_was_counted_wrong_is_counted_anew(sheet, survey, by):
    roll_up(survey, at=timezone.now())
    key_again(sheet, keyed=KEYED | {"safe": Keyed("1")}, by=UserFactory(worker=True))
    settle_sheet(sheet, second_is_right={"safe"}, by=by)
    assert differences(survey) == []
    assert roll_up(survey, at=timezone.now()) == 1
    cells = survey.editions.get().count_sheets.get(breakdown="").cells
    assert cells["safe"] == {"answered": {"": 1}, "=1": {"": 1}}


def test_time_of_typing_is_nobodys_time_of_answering(sheet):
    assert sheet.response.took == Took.NOT_KNOWN


def test_nothing_ticked_is_skipped(survey, by):
    sheet = keyed_once(survey, by, happy=Keyed(), do_more=Keyed())
    assert sheet.response.answers["happy"] == {"state": AnswerState.SKIPPED.value}
    assert not Comment.objects.exists()


def test_second_keying_is_whole_or_not(sheet, by):
    rows = PaperSheet.objects.filter(pk=sheet.pk)
    for change in ({"second_by": by}, {"asked": 3}, {"settled_by": by}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(settled_by=by, settled_on=timezone.localdate())
