import pytest

from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.enums import ResponseState
from surveys.models import Response, SetAsideRule
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    CommentFactory,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
    SurveyMemberFactory,
)

pytestmark = pytest.mark.django_db
PASTED = "planted-zebra is rubbish and so are you"


@pytest.fixture
def survey():
    edition = EditionFactory()
    link = InvitationFactory(survey=edition.survey)
    for _ in range(3):
        answered = ResponseFactory(edition=edition, invitation=link, finished=True)
        CommentFactory(response=answered, words=PASTED)
    return edition.survey


@pytest.fixture
def worker(survey):
    user = UserFactory(worker=True)
    SurveyMemberFactory(survey=survey, user=user)
    return user


def address(survey):
    return f"/desk/surveys/{survey.slug}/set-aside/"


def said(**more):
    return {"kind": "same_words", "least": "3", "reason": "Pasted at lunch."} | more


def aside():
    return Response.objects.filter(state=ResponseState.SET_ASIDE).count()


def test_a_preview_says_how_many_and_changes_nothing(sign_in, worker, survey):
    page = sign_in(worker).post(address(survey), said(do="preview"))
    assert 'name="previewed" value="3"' in page.content.decode()
    assert "zebra" not in page.content.decode()
    assert (aside(), SetAsideRule.objects.count()) == (0, 0)


def test_what_was_previewed_is_set_aside_and_taken_back(sign_in, worker, survey):
    client = sign_in(worker)
    page = client.post(address(survey), said(do="declare", previewed="3"))
    assert (page.status_code, aside()) == (302, 3)
    rule = SetAsideRule.objects.get()
    back = f"{address(survey)}{rule.pk}/take-back/"
    assert client.post(back, {"why": ""}).status_code == 422
    assert aside() == 3
    client.post(back, {"why": "It was a class poem."})
    assert aside() == 0


def test_another_number_than_previewed_is_asked_again(sign_in, worker, survey):
    page = sign_in(worker).post(address(survey), said(do="declare", previewed="2"))
    assert (page.status_code, aside()) == (409, 0)
    assert "Pasted at lunch." in page.content.decode()


def test_a_rule_without_its_number_or_reason_keeps_what_was_typed(
    sign_in, worker, survey
):
    page = sign_in(worker).post(address(survey), said(least="", do="preview"))
    assert page.status_code == 422
    assert "Pasted at lunch." in page.content.decode()


@pytest.mark.parametrize("days", ["keep_words_days", "keep_responses_days"])
def test_what_was_promised_gets_shorter_never_longer(days):
    by = UserFactory(worker=True)
    UserFactory(lead=True)
    survey = SurveyFactory()
    publish_survey(survey, by=by)
    before = getattr(survey, days)
    setattr(survey, days, before - 10)
    publish_survey(survey, by=by)
    setattr(survey, days, before)
    with pytest.raises(CannotPublish, match="never longer"):
        publish_survey(survey, by=by)
