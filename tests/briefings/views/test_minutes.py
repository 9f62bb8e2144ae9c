import pytest

from tests.factories.accounts import UserFactory
from tests.factories.minutes import DecisionFactory, HeadlineFactory, MeetingFactory
from tests.factories.statement import KeyThemeFactory, cited_quote
from tests.factories.surveys import in_days
from voice.briefings.models import Decision, Headline, Meeting
from voice.statement.templatetags.statement_words import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def board(sign_in):
    return sign_in(UserFactory(board=True))


def test_clerk_writes_down_a_meeting_and_what_it_agreed(clerk):
    key_theme = KeyThemeFactory()
    clerk.post("/board/meetings/new/", {"name": "Board", "on": str(in_days(-1))})
    page = clerk.post(
        "/board/decisions/new/",
        {
            "meeting": Meeting.objects.get().pk,
            "what": "Find the money",
            "owner_title": "Director of Finance",
            "due_on": str(in_days(20)),
            "key_theme": key_theme.pk,
        },
        follow=True,
    )
    assert "Find the money" in page.parsed.text()
    decision = Decision.objects.get()
    page = clerk.post(
        f"/board/decisions/{decision.pk}/end/",
        {"state": "done", "done_on": str(in_days(0)), "came_of_it": "It was found"},
        follow=True,
    )
    assert "It was found" in page.parsed.text()
    assert clerk.get(f"/board/decisions/{decision.pk}/end/").status_code == 200


def test_what_was_typed_stays_when_it_is_refused(clerk):
    meeting = MeetingFactory()
    page = clerk.post(
        "/board/decisions/new/",
        {
            "meeting": meeting.pk,
            "what": "Find the money",
            "owner_title": "Director",
            "due_on": str(in_days(-40)),
        },
    )
    assert "Choose a day after the meeting" in page.parsed.text()
    assert page.context["form"]["what"].value() == "Find the money"
    assert not Decision.objects.exists()


def test_without_a_meeting_the_clerk_is_led_to_add_one(clerk):
    page = clerk.get("/board/decisions/new/", follow=True)
    assert page.redirect_chain[-1][0] == "/board/meetings/new/"
    assert "First add the meeting that agreed it." in page.parsed.text()


def test_meeting_is_changed_and_cancelled(clerk):
    meeting = MeetingFactory(on=in_days(10))
    clerk.post(
        f"/board/meetings/{meeting.pk}/edit/",
        {"name": "Board", "on": str(in_days(12))},
    )
    meeting.refresh_from_db()
    assert meeting.on == in_days(12)
    clerk.post(f"/board/meetings/{meeting.pk}/cancel/")
    page = clerk.get("/board/meetings/")
    assert "No meeting is written down yet" in page.parsed.text()
    assert clerk.get(f"/board/meetings/{meeting.pk}/edit/").status_code == 404


def test_a_meeting_that_agreed_something_says_why_it_stays(clerk):
    meeting = DecisionFactory().meeting
    page = clerk.post(f"/board/meetings/{meeting.pk}/cancel/", follow=True)
    assert "it stays as it was" in page.parsed.text()


def test_members_read_meetings_and_decisions_and_change_nothing(board):
    decision = DecisionFactory(late=True)
    for address in ("/board/meetings/", "/board/decisions/"):
        page = board.get(address)
        assert page.status_code == 200
        assert page.parsed.all("main form") == []
        links = {link.get("href") for link in page.parsed.all("main a")}
        assert not {one for one in links if "new" in one or "end" in one}
    assert f"{decision.what}" in page.parsed.text()
    assert "4 days late" in page.parsed.text()


def test_decisions_come_back_on_the_first_page_and_on_their_key_theme(board):
    key_theme = KeyThemeFactory()
    decision = DecisionFactory(key_theme=key_theme, late=True)
    other = DecisionFactory(meeting=decision.meeting, what="Another thing", done=True)
    MeetingFactory(on=in_days(9))
    front = board.get("/board/").parsed.text()
    theme = board.get(f"/board/key-themes/{key_theme.pk}/").parsed.text()
    for text in (front, theme):
        assert "Last time you agreed" in text
        assert f"{decision.what} Director of Finance" in text
        assert "4 days late" in text
    assert f"Next meeting: {day(in_days(9))}" in front
    assert other.came_of_it in front
    assert other.what not in theme


def test_page_opens_with_the_sentence_young_editors_agreed(board, clerk):
    key_theme = KeyThemeFactory()
    cited_quote(key_theme, "come wen u say")
    headline = HeadlineFactory(key_theme=key_theme)
    said = "In our words: agreed by Children in Care Council on"
    for address in ("/board/", f"/board/key-themes/{key_theme.pk}/"):
        text = clerk.get(address).parsed.text()
        assert f"{headline.sentence} {said} {day(headline.agreed_on)}" in text
    assert "come wen u say" in text
    clerk.post(f"/board/key-themes/{key_theme.pk}/in-our-words/take-back/")
    text = clerk.get("/board/").parsed.text()
    assert headline.sentence not in text
    assert "come wen u say" in text


def test_clerk_writes_down_what_young_editors_agreed(clerk):
    key_theme = KeyThemeFactory()
    address = f"/board/key-themes/{key_theme.pk}/in-our-words/"
    given = {
        "agreed_by": "Children in Care Council",
        "agreed_on": str(in_days(-1)),
        "how": "With hands up, at their meeting.",
    }
    page = clerk.post(address, given | {"sentence": "We had 5 workers"})
    assert "Ask them to say it without “5”." in page.parsed.text()
    page = clerk.post(address, given | {"sentence": "Stay", "wording_ur": "رہیں"})
    assert page.status_code == 302
    headline = Headline.objects.get()
    assert (headline.sentence, headline.wordings) == ("Stay", {"ur": "رہیں"})
    assert "Stay" in clerk.get(address).parsed.text()


def test_agreed_sentence_is_read_in_the_language_of_the_page(board):
    HeadlineFactory(sentence="Stay", wordings={"ur": "ہمارے ساتھ رہیں"})
    board.cookies["django_language"] = "ur"
    assert "ہمارے ساتھ رہیں" in board.get("/board/").parsed.text()
