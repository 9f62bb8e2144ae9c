import pytest

from surveys.domain.erasing import erase_response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import ReleaseFactory
from tests.factories.surveys import EditionFactory, ResponseFactory
from voice.releases.domain.recalls import recall_release
from voice.replies.queries.few import too_few_to_tell

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def asked():
    """Return a function that makes an edition asked so, and has some answer it."""

    def edition(answers, *, closed=True):
        how = {"survey__consultation__closed": True} if closed else {}
        made = EditionFactory(survey__live=True, **how)
        ResponseFactory.create_batch(answers, edition=made, finished=True)
        return made

    return edition


def is_few(edition):
    return too_few_to_tell(edition.survey.consultation)


@pytest.mark.parametrize(("answers", "few"), [(1, True), (9, True), (10, False)])
def test_under_ten_are_too_few(asked, answers, few):
    assert is_few(asked(answers)) is few


def test_none_left_is_as_few_as_nine(asked):
    edition = asked(0)
    response = ResponseFactory(edition=edition, finished=True)
    erase_response(response, by=UserFactory(worker=True))
    assert is_few(edition)


def test_nobody_is_not_few(asked):
    assert not is_few(asked(0))


def test_whoever_can_still_answer_is_waited_for(asked):
    assert not is_few(asked(1, closed=False))


def test_what_waits_to_be_read_is_read_first(asked):
    edition = asked(1)
    ReadingFactory(comment__response=ResponseFactory(edition=edition, finished=True))
    assert not is_few(edition)


def test_a_release_that_stands_is_spoken_from(asked):
    edition = asked(1)
    release = ReleaseFactory(survey=edition.survey)
    assert not is_few(edition)
    recall_release(
        release, why="It counted a paper twice.", by=UserFactory(worker=True)
    )
    assert is_few(edition)
