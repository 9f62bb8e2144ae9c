import pytest
from django.utils import timezone

from surveys.domain.answering import (
    ResponseIsClosed,
    SurveyIsClosed,
    finish_response,
    leave_response,
    save_answer,
)
from surveys.domain.assisted import NoHelpSaid, begin_assisted, check_response
from surveys.domain.retention import end_responses
from surveys.enums import (
    Agreement,
    Company,
    HelpedBy,
    HelpGiven,
    InvitationKind,
    Mode,
)
from surveys.models import Invitation, Response, Survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def begun(survey=None, **said):
    return begin_assisted(
        survey or EditionFactory().survey,
        by=UserFactory(worker=True),
        **{
            "language": "en",
            "age_band": "11-17",
            "helped_by": HelpedBy.WORKER,
            "help_given": [HelpGiven.TYPED, HelpGiven.READ_ALOUD],
            "helper": "Key worker",
        }
        | said,
    ).response


def test_who_helped_and_how_and_a_yes_said_aloud_are_kept():
    row = Response.objects.get(pk=begun().pk)
    assert row.company == Company.HELPING
    assert row.helped_by == HelpedBy.WORKER
    assert row.help_given == ["read_aloud", "typed"]
    assert row.agreement == Agreement.TOLD
    assert row.is_checked is False
    assert row.invitation.kind == InvitationKind.ASSISTED
    assert row.invitation.helper == "Key worker"


@pytest.mark.parametrize(
    "said",
    [
        {"help_given": []},
        {"helped_by": HelpedBy.NOT_SAID},
        {"helped_by": HelpedBy.NOBODY},
    ],
)
def test_without_who_helps_and_how_nothing_starts(said):
    with pytest.raises(NoHelpSaid):
        begun(**said)
    assert (Response.objects.count(), Invitation.objects.count()) == (0, 0)


def test_no_entry_into_a_closed_survey_and_no_way_in_left_behind():
    closed = EditionFactory(survey=SurveyFactory(live=True, consultation__closed=True))
    with pytest.raises(SurveyIsClosed):
        begun(closed.survey)
    assert Invitation.objects.count() == 0


def test_where_names_are_not_asked_all_entries_share_one_way_in_without_a_name():
    survey = EditionFactory().survey
    first, second = begun(survey, reference="AB 12"), begun(survey)
    other = begun(survey, helper="Advocate")
    assert first.invitation_id == second.invitation_id != other.invitation_id
    assert set(Invitation.objects.values_list("label", flat=True)) == {""}
    # Only that the ways in were made is audited: not who typed what when.
    assert Entry.objects.filter(verb__contains="assisted").count() == 2


def test_where_a_worker_may_know_each_entry_can_be_found_and_erased():
    survey = EditionFactory(survey__mode=Mode.KNOWN_TO_WORKER).survey
    first, second = (begun(survey, reference=one) for one in ("AB 12", "CD 34"))
    assert first.invitation_id != second.invitation_id
    assert first.invitation.label == "AB 12"


def test_looked_through_is_kept_and_a_change_takes_it_back():
    response = begun()
    check_response(response)
    assert Response.objects.get(pk=response.pk).is_checked
    save_answer(response, key="know_worker", value="no")
    assert not Response.objects.get(pk=response.pk).is_checked
    check_response(response)
    finish_response(response)
    assert Response.objects.get(pk=response.pk).is_checked


def test_what_is_finished_is_not_looked_through_any_more():
    response = begun()
    finish_response(response)
    with pytest.raises(ResponseIsClosed):
        check_response(response)
    assert not Response.objects.get(pk=response.pk).is_checked


def test_forgetting_takes_who_helped_with_it(in_days):
    survey = EditionFactory().survey
    response = begun(survey)
    check_response(response)
    finish_response(response)
    survey.consultation.opens_on = in_days(-1100)
    survey.consultation.closes_on = in_days(-1000)
    survey.consultation.save()
    end_responses(Survey.objects.get(pk=survey.pk), now=timezone.now())
    row = Response.objects.get(pk=response.pk)
    said = (row.company, row.helped_by, row.help_given, row.agreement, row.is_checked)
    assert said == ("not_said", "not_said", [], "not_asked", False)


def test_what_was_left_is_not_looked_through_either():
    response = begun()
    leave_response(response)
    with pytest.raises(ResponseIsClosed):
        check_response(response)
