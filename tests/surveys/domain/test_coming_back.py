from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.domain import coming_back
from surveys.domain.answering import (
    ResponseIsClosed,
    finish_response,
    leave_response,
    save_answer,
    start_response,
)
from surveys.domain.coming_back import closing_of, come_back, give_return_code
from surveys.enums import CodeKind
from surveys.logic.personal_codes import signs_of
from surveys.models import Response
from surveys.queries.codes import found
from surveys.queries.responses import IDLE, code_hash, response_under_way
from tests.factories.surveys import EditionFactory, InvitationFactory, SurveyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
WEEK = timedelta(days=7)


@pytest.fixture
def started():
    edition = EditionFactory(survey=SurveyFactory(live=True))
    invitation = InvitationFactory(survey=edition.survey)
    return start_response(invitation, language="en", age_band="11-17")


def test_a_code_is_given_once_and_only_its_keyed_hash_is_kept(started):
    code = give_return_code(started.response, lasts=WEEK)
    row = Response.objects.get(pk=started.response.pk)
    assert row.return_hash == code_hash(CodeKind.RETURN, signs_of(code))
    kept = str([getattr(row, field.attname) for field in row._meta.fields])
    assert code not in kept
    assert signs_of(code) not in kept


def test_a_saved_draft_opens_as_it_was_left_after_any_idle_hour(started):
    save_answer(started.response, key="know_worker", value="yes")
    code = give_return_code(started.response, lasts=WEEK)
    leave_response(started.response)
    later = timezone.now() + timedelta(days=6)
    assert response_under_way(started.capability, at=later) is None
    back = come_back(found(code, at=later).response, at=later)
    assert back.response.answers["know_worker"]["value"] == "yes"
    assert response_under_way(back.capability, at=later) == started.response


def test_one_device_at_a_time_may_go_on(started):
    code = give_return_code(started.response, lasts=WEEK)
    now = timezone.now()
    first = come_back(found(code, at=now).response)
    second = come_back(found(code, at=now).response)
    assert response_under_way(started.capability, at=now) is None
    assert response_under_way(first.capability, at=now) is None
    assert response_under_way(second.capability, at=now) == started.response


def test_a_code_lasts_as_long_as_it_says_and_no_longer(started):
    code = give_return_code(started.response, lasts=WEEK)
    until = Response.objects.get(pk=started.response.pk).return_until
    assert found(code, at=until - timedelta(seconds=1)) is not None
    assert found(code, at=until) is None
    with pytest.raises(ResponseIsClosed):
        come_back(started.response, at=until)


def test_a_code_never_lasts_past_the_day_the_survey_closes(started):
    give_return_code(started.response, lasts=timedelta(days=3650))
    row = Response.objects.get(pk=started.response.pk)
    closes_on = row.edition.survey.consultation.closes_on
    assert row.return_until == closing_of(row)
    assert timezone.localdate(row.return_until) == closes_on + timedelta(days=1)
    assert timezone.localtime(row.return_until).time().isoformat() == "00:00:00"


def test_a_code_opens_nothing_once_the_survey_takes_no_more_answers(started):
    code = give_return_code(started.response, lasts=WEEK)
    survey = started.response.edition.survey
    assert found(code, at=timezone.now()) is not None
    survey.live = False
    survey.save()
    assert found(code, at=timezone.now()) is None


def test_a_second_code_takes_the_first_ones_place(started):
    first = give_return_code(started.response, lasts=WEEK)
    second = give_return_code(started.response, lasts=WEEK)
    assert found(first, at=timezone.now()) is None
    assert found(second, at=timezone.now()).response == started.response


def test_nothing_finished_is_come_back_to(started):
    code = give_return_code(started.response, lasts=WEEK)
    finish_response(started.response)
    assert found(code, at=timezone.now()) is None
    with pytest.raises(ResponseIsClosed):
        give_return_code(started.response, lasts=WEEK)
    with pytest.raises(ResponseIsClosed):
        come_back(started.response)


def test_a_code_somebody_has_is_not_given_again(started, monkeypatch):
    other = start_response(started.response.invitation, language="en", age_band="11-17")
    taken = give_return_code(other.response, lasts=WEEK)
    codes = iter([taken, "0000-0000-0"])
    monkeypatch.setattr(coming_back, "new_code", lambda: next(codes))
    assert give_return_code(started.response, lasts=WEEK) == "0000-0000-0"


def test_left_without_a_code_a_draft_has_no_way_back(started):
    leave_response(started.response)
    at = timezone.now() + IDLE
    assert Response.objects.get(pk=started.response.pk).return_hash is None
    assert response_under_way(started.capability, at=at) is None
