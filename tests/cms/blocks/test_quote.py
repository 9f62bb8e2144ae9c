import pytest

from cms.blocks.released import quotes_to_choose
from cms.models import StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_with, send_page
from tests.factories.replies import ReleaseFactory
from tests.factories.surveys import ConsultationFactory
from voice.releases.domain.recalls import recall_release

pytestmark = pytest.mark.django_db
WORDS = "plumtree words"


@pytest.fixture
def quote():
    """A quote that two people signed."""
    return ReleaseFactory(quotes=[WORDS]).quotes.get()


def page_of_quote(quote):
    return page_with(("quote", {"quote": str(quote.pk)}))


def test_quote_is_read_as_it_was_signed(client, quote):
    assert WORDS in client.get(page_of_quote(quote).url).parsed.text()


def test_nothing_is_read_once_the_release_was_recalled(client, quote):
    page = page_of_quote(quote)
    recall_release(quote.release, why="Wrong survey.", by=UserFactory(worker=True))
    assert WORDS not in client.get(page.url).parsed.source


def test_nothing_is_read_once_the_young_person_took_it_back(client, quote):
    page = page_of_quote(quote)
    type(quote.comment).objects.update(taken_back=True)
    assert WORDS not in client.get(page.url).parsed.source
    assert str(quote.pk) not in offered()


def test_nothing_is_read_of_a_release_changed_since_it_was_signed(client, quote):
    page = page_of_quote(quote)
    quote.release.quotes.update(text="peartree words")
    assert "tree words" not in client.get(page.url).parsed.source


def offered():
    return {key for _group, rows in quotes_to_choose() for key, _words in rows}


def proposed_quote():
    release = ReleaseFactory(
        quotes=["peartree words"], proposed=True, consultation=ConsultationFactory()
    )
    return release.quotes.get()


def test_only_signed_quotes_are_offered(quote):
    assert offered() == {str(quote.pk)} - {str(proposed_quote().pk)}


@pytest.mark.parametrize("publish", [True, False])
def test_a_quote_nobody_signed_cannot_be_sent_in(editor, client, quote, publish):
    other = proposed_quote()
    page = page_of_quote(quote)
    said = send_page(editor, page, ("quote", {"quote": str(other.pk)}), publish=publish)
    assert said.status_code == 200
    assert "never released" in said.content.decode()
    stored = StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert stored.body[0].value["quote"] == str(quote.pk)


def test_a_quote_nobody_signed_is_not_shown_however_it_got_there(client, quote):
    page = page_of_quote(proposed_quote())
    assert "peartree" not in client.get(page.url).parsed.source


def test_a_signed_quote_can_be_sent_in(editor, quote):
    page = page_with(("text", "<p>x</p>"))
    said = send_page(editor, page, ("quote", {"quote": str(quote.pk)}))
    assert said.status_code == 302
    page.refresh_from_db()
    assert page.body[0].value["quote"] == str(quote.pk)


def test_an_editor_is_told_that_a_quote_is_not_shown_any_more(editor, quote):
    page = page_of_quote(quote)
    address = f"/admin/pages/{page.pk}/edit/"
    assert "was taken back" not in editor.get(address).content.decode()
    recall_release(quote.release, why="Wrong survey.", by=UserFactory(worker=True))
    assert "was taken back" in editor.get(address).content.decode()
