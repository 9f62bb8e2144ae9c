import pytest

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import SurveyMemberFactory
from voice.moderation.enums import WallOrigin, WallReason
from voice.moderation.models import Wall

pytestmark = pytest.mark.django_db


def test_the_first_page_tells_a_reader_how_many_comments_wait(sign_in):
    worker = UserFactory(worker=True)
    desk = sign_in(worker)
    assert "to be read" not in desk.get("/desk/").parsed.text()
    survey = ReadingFactory().comment.survey
    SurveyMemberFactory(survey=survey, user=worker)
    assert "1 waits to be read" in desk.get("/desk/").parsed.text()
    ReadingFactory(comment__survey=survey)
    ReadingFactory(comment__survey=survey, approved=True)
    assert "2 wait to be read" in desk.get("/desk/").parsed.text()


def test_a_reader_is_not_told_of_comments_of_others(sign_in):
    reader, other = UserFactory(worker=True), UserFactory(worker=True)
    survey = ReadingFactory().comment.survey
    survey.members.all().delete()
    SurveyMemberFactory(survey=survey, user=reader)
    assert "1 waits to be read" in sign_in(reader).get("/desk/").parsed.text()
    assert "to be read" not in sign_in(other).get("/desk/").parsed.text()


def test_the_first_page_tells_a_lead_how_many_concerns_wait(sign_in):
    lead = UserFactory(lead=True)
    desk = sign_in(lead)
    assert "a decision" not in desk.get("/desk/").parsed.text()
    ConcernFactory()
    assert "1 waits for a decision" in desk.get("/desk/").parsed.text()
    ConcernFactory(seen=True)
    ConcernFactory(decided=True)
    assert "2 wait for a decision" in desk.get("/desk/").parsed.text()


def test_a_lead_is_not_told_of_a_concern_behind_a_wall(sign_in):
    lead = UserFactory(lead=True)
    Wall.objects.create(
        concern=ConcernFactory(),
        user=lead,
        why=WallReason.NOT_THIS_LEAD,
        origin=WallOrigin.READER,
        put_up_by=UserFactory(worker=True),
    )
    assert "a decision" not in sign_in(lead).get("/desk/").parsed.text()
