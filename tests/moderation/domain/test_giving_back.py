import pytest

from tests.factories.moderation import ConcernFactory
from voice.moderation.domain.concerns import decide_concern
from voice.moderation.domain.errors import (
    AlreadyDecided,
    ConcernIsDecided,
    ConcernIsOpen,
)
from voice.moderation.domain.giving_back import give_back_comment
from voice.moderation.domain.reading import approve_comment
from voice.moderation.enums import Outcome
from voice.moderation.queries.kept import kept_readings

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.mark.parametrize("outcome", Outcome)
def test_a_decided_concerns_comment_stays_out_until_it_is_given_back(outcome):
    concern = ConcernFactory(decided=True, outcome=outcome)
    reading = concern.comment.reading
    assert reading.state == "passed_on"
    assert not kept_readings().exists()
    give_back_comment(concern, by=concern.decided_by)
    reading.refresh_from_db()
    assert not kept_readings().exists()
    approve_comment(
        reading,
        version=reading.version,
        may_count=True,
        may_quote=False,
        by=concern.raised_by,
    )
    assert list(kept_readings()) == [reading]


def test_an_open_concerns_comment_is_not_given_back():
    concern = ConcernFactory(seen=True)
    with pytest.raises(ConcernIsOpen):
        give_back_comment(concern, by=concern.seen_by)


def test_a_comment_is_given_back_once():
    concern = ConcernFactory(decided=True)
    give_back_comment(concern, by=concern.decided_by)
    with pytest.raises(AlreadyDecided):
        give_back_comment(concern, by=concern.decided_by)


def test_a_concern_is_decided_once():
    concern = ConcernFactory(decided=True)
    with pytest.raises(ConcernIsDecided):
        decide_concern(
            concern, outcome="known", note="", reference="", by=concern.decided_by
        )
    concern.refresh_from_db()
    assert concern.outcome == "front_door"
