import pytest

from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory, ReplyFactory, VerdictFactory
from tests.factories.statement import ActionFactory
from voice.briefings.queries.promises import promises_to_ask_about
from voice.releases.domain.recalls import recall_release
from voice.replies.models import Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged():
    """Return a key theme with a promise officers call kept, and young people do not."""
    action = ActionFactory()
    promise = PromiseFactory(
        action=action, kept=True, reply__published=True, text="A bag for every move"
    )
    PromiseFactory(action=action, reply=promise.reply, text="An earlier promise")
    VerdictFactory(promise=promise)
    return action.area.key_theme


def page_of(sign_in, key_theme):
    board = sign_in(UserFactory(board=True))
    return board.get(f"/board/key-themes/{key_theme.pk}/")


def test_where_officers_and_young_people_disagree_is_said_first(sign_in, judged):
    text = page_of(sign_in, judged).parsed.text()
    first = text.index("Officers and young people do not agree")
    assert first < text.index("What we do about it")
    assert "A bag for every move Officers say “Kept”." in text
    assert text.index("A bag for every move") < text.index("An earlier promise")


def test_verdict_stands_beside_the_officers_rating(sign_in, judged):
    page = page_of(sign_in, judged)
    line = page.context["page"].promises[0]
    text = page.parsed.text()
    assert line.verdict.words in text
    assert "They do not agree" in text


def test_a_recalled_verdict_is_said_nowhere(sign_in, judged):
    release = Verdict.objects.get().release
    recall_release(release, why="Counted twice", by=UserFactory(worker=True))
    text = page_of(sign_in, judged).parsed.text()
    assert "do not agree" not in text


def test_first_page_asks_first_about_promises_that_young_people_dispute(
    sign_in, judged
):
    page = sign_in(UserFactory(board=True)).get("/board/")
    [line] = page.context["front"].promises.disputed
    text = page.parsed.text()
    assert f"A bag for every move {line.verdict.sentence}" in text
    assert "An earlier promise" not in text


def test_late_promises_are_open_past_their_date_and_published(today, in_days):
    reply = ReplyFactory(published=True)
    moved = PromiseFactory(reply=reply, moved=True, text="Moved")
    oldest = PromiseFactory(reply=reply, due_on=in_days(-50), text="Oldest")
    PromiseFactory(reply=reply, late=True, kept=True)
    PromiseFactory(reply=reply)
    PromiseFactory(late=True)
    late = promises_to_ask_about(on=today).late
    assert [line.told.text for line in late] == [oldest.text, moved.text]
