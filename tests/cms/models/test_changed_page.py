import pytest

from tests.factories.cms import build, page_of
from tests.factories.replies import (
    PromiseFactory,
    ReplyFactory,
    ReplyWordingFactory,
    VerdictFactory,
)
from tests.factories.statement import ActionFactory

pytestmark = pytest.mark.django_db
HERE = "/en/what-changed/"


def replied(words="plumtree", **promised):
    reply = ReplyFactory(published=True)
    ReplyWordingFactory(reply=reply, you_said=words)
    promise = PromiseFactory(reply=reply, **promised)
    page_of(reply.consultation)
    return promise


def read(client, query=""):
    page = client.get(HERE + query)
    assert page.status_code == 200
    return page.parsed.text()


def test_before_any_reply_it_says_so_honestly(client):
    build()
    assert "We have not replied to anything yet" in read(client)


def test_reply_says_what_was_said_did_will_and_will_not(client):
    replied()
    text = read(client)
    for words in ("plumtree", "Suitcases are now", "Stop using", "Promise that nobody"):
        assert words in text


def test_promises_are_counted_by_how_they_stand_the_late_ones_too(client):
    replied(kept=True)
    replied(late=True)
    text = read(client)
    assert "Kept 1 promise" in text
    assert "Late 1 promise" in text


def test_what_young_people_say_stands_beside_what_officers_say(client):
    verdict = VerdictFactory(promise=replied(kept=True))
    assert verdict.promise.reply.is_published
    assert "You and we do not say the same" in read(client)


def test_how_many_promises_young_people_see_otherwise_is_counted(client):
    replied()
    assert "Young people do not say the same" not in read(client)
    VerdictFactory(promise=replied("quince", kept=True))
    assert "Young people do not say the same" in read(client)


def test_replies_are_found_by_key_theme(client):
    about = ActionFactory()
    replied("plumtree", action=about)
    replied("quince", action=ActionFactory())
    text = read(client, f"?theme={about.area.key_theme_id}")
    assert "plumtree" in text
    assert "quince" not in text


def test_reply_being_written_or_without_a_page_is_nowhere(client):
    build()
    written = ReplyFactory()
    ReplyWordingFactory(reply=written, you_said="plumtree")
    page_of(written.consultation)
    hidden = ReplyFactory(published=True)
    ReplyWordingFactory(reply=hidden, you_said="plumtree")
    assert "plumtree" not in read(client)


def test_home_leads_to_everything_that_changed(client):
    replied()
    assert f'href="{HERE}"' in client.get("/en/").parsed.source


def test_queries_do_not_grow_with_replies(client, django_assert_max_num_queries):
    for _ in range(4):
        replied(action=ActionFactory())
    client.get(HERE)
    with django_assert_max_num_queries(30):
        client.get(HERE)
