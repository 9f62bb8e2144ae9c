import pytest

from tests.factories.accounts import UserFactory
from tests.factories.minutes import HeadlineFactory, MeetingFactory
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import in_days
from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.briefings.queries import front_page
from voice.replies.domain.replies import publish_reply
from voice.young_editors.enums import Verdict
from voice.young_editors.models import WithoutYes

pytestmark = pytest.mark.django_db

WHY = "The council elects on Thursday and nothing may go out after that."


@pytest.fixture
def board(sign_in):
    return sign_in(UserFactory(board=True))


@pytest.fixture
def gone():
    """Return a reply that was published though its group had said not yet."""
    KeyThemeFactory()
    reply, by = reply_to_read()
    invitation, _code = asked_about(reply, by=by)
    said(invitation, Verdict.NOT_YET, whole="PLANTED our own words")
    return publish_reply(reply, by=by, without_yes=WHY)


def test_board_reads_on_its_first_page_what_went_out_without_and_why(board, gone):
    text = board.get("/board/").parsed.text()
    assert "Went out without the young editors’ yes" in text
    assert WHY in text
    assert "had said “not yet”" in text


def test_board_never_reads_what_the_group_wrote(board, gone):
    assert "PLANTED" not in board.get("/board/").content.decode()


def test_what_went_out_long_before_the_last_meeting_is_told_no_more(gone, today):
    MeetingFactory(on=in_days(-30))
    assert front_page(on=today).without_yes == [WithoutYes.objects.get()]
    MeetingFactory(on=in_days(300))
    assert front_page(on=in_days(400)).without_yes == []


def test_a_headline_says_whether_they_said_yes_themselves(board):
    headline = HeadlineFactory(how="With hands up.")
    text = board.get("/board/").parsed.text()
    assert f"agreed by {headline.agreed_by}" in text
    assert "A worker wrote that down" in text
    assert "With hands up." in text
