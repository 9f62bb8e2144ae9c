from datetime import timedelta

import pytest
import time_machine

from tests.factories.accounts import UserFactory
from tests.factories.briefings import issued_on
from tests.factories.cms import build
from tests.factories.replies import PromiseFactory
from tests.factories.statement import ActionFactory, ReleaseFactory
from voice.briefings.domain.publishing import publish_briefing, unpublish_briefing
from voice.releases.domain.recalls import recall_release

pytestmark = pytest.mark.django_db
HERE = "/en/board/"


@pytest.fixture
def briefing():
    build()
    action = ActionFactory(title="Quokka action", red=True)
    PromiseFactory(action=action, reply__published=True, text="Quokka promise")
    release = ReleaseFactory(quotes=["plumtree words"])
    return issued_on(release, action.area.key_theme)


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def read(client, path=HERE):
    return client.get(path).parsed.source


def test_issued_briefing_is_not_public_by_itself(client, briefing):
    assert "There is no summary yet" in read(client)
    assert client.get(f"{HERE}{briefing.pk}/").status_code == 404


def test_public_part_is_what_was_released_and_our_words(client, briefing, worker):
    publish_briefing(briefing, by=worker)
    seen = read(client)
    for words in (briefing.title, "plumtree words", "Do you know your worker?"):
        assert words in seen
    assert "We heard them." in seen


def test_actions_promises_and_how_they_stand_stay_with_the_board(
    client, briefing, worker
):
    publish_briefing(briefing, by=worker)
    seen = read(client)
    assert "Quokka" not in seen
    assert "How its actions stand" not in seen


def test_what_is_still_to_be_read_is_not_called_read(client, briefing, worker):
    publish_briefing(briefing, by=worker)
    with time_machine.travel(briefing.meeting_on - timedelta(days=1)):
        assert "To be read by:" in read(client)
    with time_machine.travel(briefing.meeting_on + timedelta(days=1)):
        assert "To be read by:" not in read(client)


def test_recall_is_said_above(client, briefing, worker):
    publish_briefing(briefing, by=worker)
    release = briefing.releases.first()
    recall_release(release, why="It was counted twice.", by=worker)
    seen = read(client)
    assert seen.index("It was counted twice.") < seen.index("plumtree words")


def test_taken_off_it_is_gone(client, briefing, worker):
    publish_briefing(briefing, by=worker)
    unpublish_briefing(briefing, why="quokka", by=worker)
    assert "plumtree words" not in read(client)
    assert client.get(f"{HERE}{briefing.pk}/").status_code == 404
