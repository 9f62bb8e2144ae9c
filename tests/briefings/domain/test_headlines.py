import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.minutes import HeadlineFactory
from tests.factories.statement import KeyThemeFactory, cited_theme
from tests.factories.surveys import in_days
from tests.factories.young_editors import EditorsGroupFactory, said
from voice.briefings.domain.errors import CannotBeSaid, NoYes
from voice.briefings.domain.headlines import agree_by_their_yes, propose_headline
from voice.briefings.models import Headline
from voice.briefings.queries.headlines import headline_of
from voice.young_editors.domain.errors import CannotShow
from voice.young_editors.domain.inviting import ask_group
from voice.young_editors.enums import Kind, Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def asked(proposed, by):
    return ask_group(
        EditorsGroupFactory(name="Care Council"),
        kind=Kind.HEADLINE,
        pk=proposed.pk,
        languages=["en"],
        expires_on=in_days(7),
        by=by,
    )


@pytest.fixture
def proposed(worker):
    key_theme = cited_theme(KeyThemeFactory()).key_theme
    return propose_headline(key_theme, sentence="Stay with us", by=worker)


def test_a_proposed_sentence_is_not_the_boards_before_their_yes(proposed, worker):
    assert headline_of(proposed.key_theme) is None
    with pytest.raises(NoYes):
        agree_by_their_yes(proposed, by=worker)


def test_their_yes_opens_the_page_and_names_the_group(proposed, worker):
    answer = said(asked(proposed, worker))
    headline = agree_by_their_yes(proposed, by=worker)
    assert headline_of(proposed.key_theme) == headline
    assert (headline.agreed_by, headline.editors_answer) == ("Care Council", answer)


def test_not_yet_and_a_changed_word_are_no_yes(proposed, worker):
    invitation = asked(proposed, worker)
    said(invitation, Verdict.NOT_YET, whole="Softer")
    with pytest.raises(NoYes):
        agree_by_their_yes(proposed, by=worker)
    said(invitation)
    propose_headline(proposed.key_theme, sentence="Stay with me", by=worker)
    with pytest.raises(NoYes):
        agree_by_their_yes(proposed, by=worker)


def test_a_proposed_sentence_holds_no_number(worker):
    with pytest.raises(CannotBeSaid):
        propose_headline(KeyThemeFactory(), sentence="We had 5 workers", by=worker)


def test_nothing_is_asked_where_nothing_was_heard(worker):
    proposed = propose_headline(KeyThemeFactory(), sentence="Stay", by=worker)
    with pytest.raises(CannotShow):
        asked(proposed, worker)


def test_a_headline_is_by_their_yes_or_as_a_worker_says(proposed, worker):
    answer = said(asked(proposed, worker))
    with pytest.raises(IntegrityError), transaction.atomic():
        HeadlineFactory(editors_answer=answer, how="Hands up")
    assert Headline.objects.count() == 0
