import pytest

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from voice.council.enums import AlarmKind
from voice.council.models import Alarm, Delivery
from voice.moderation.domain.concerns import decide_concern
from voice.moderation.domain.errors import ConcernIsDecided, NotYours, WallStays
from voice.moderation.domain.escalating import escalate_concern, not_this_lead
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.domain.walls import put_up_wall, take_down_wall
from voice.moderation.models import Concern, Wall
from voice.moderation.queries.concerns import (
    concerns_for,
    counts_by_state,
    hidden_from,
    leads_who_may_see,
)
from voice.moderation.queries.holds import holds_for

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def leads():
    return [UserFactory(lead=True, name=name) for name in ("Ana", "Bo")]


def told_at_the_desk(kind):
    found = Delivery.objects.filter(
        alarm__kind=kind, alarm__settled_at=None, channel="desk"
    )
    return sorted(found.values_list("user__name", flat=True))


def test_a_lead_the_reader_does_not_want_never_learns_of_it(leads):
    ana, bo = leads
    reading = ReadingFactory()
    pass_on_comment(reading, version=1, not_these=[ana], by=UserFactory(worker=True))
    concern = Concern.objects.get()
    assert told_at_the_desk(AlarmKind.CONCERN) == ["Bo"]
    assert list(concerns_for(ana)) == []
    assert list(concerns_for(bo)) == [concern]
    assert counts_by_state(concerns_for(ana)) == {"new": 0, "seen": 0, "decided": 0}
    assert hidden_from(ana) == [str(concern.pk)]
    assert hidden_from(bo) == []


def test_with_every_lead_kept_out_somebody_above_is_told(leads):
    boss = UserFactory(administrator=True, name="Boss")
    pass_on_comment(
        ReadingFactory(), version=1, not_these=leads, by=UserFactory(worker=True)
    )
    assert told_at_the_desk(AlarmKind.CONCERN) == [boss.name]
    assert not leads_who_may_see(Concern.objects.get()).exists()


def test_what_the_walled_lead_saw_counts_for_nothing_and_others_are_told(leads):
    ana, bo = leads
    concern = ConcernFactory(seen=True, lead=ana)
    put_up_wall(concern, around=ana, why="named", by=bo)
    concern.refresh_from_db()
    assert (concern.state, concern.seen_by, concern.seen_at) == ("new", None, None)
    assert told_at_the_desk(AlarmKind.CONCERN) == ["Bo"]


def test_what_the_walled_lead_decided_is_decided_again_by_another(leads):
    ana, bo = leads
    concern = ConcernFactory(decided=True, lead=ana, note="Nothing in it.")
    put_up_wall(concern, around=ana, why="named", by=bo)
    concern.refresh_from_db()
    assert (concern.state, concern.decided_by, concern.outcome) == ("new", None, "")
    assert "Nothing in it." in concern.notes.get().read()
    assert told_at_the_desk(AlarmKind.CONCERN) == ["Bo"]


def test_a_walls_holds_and_lists_leave_the_walled_lead_out(leads):
    ana, bo = leads
    concern = ConcernFactory(decided=True, lead=bo)
    concern.holds.create(sealed_reason=b"", placed_by=bo)
    assert holds_for(ana).count() == 1
    put_up_wall(concern, around=ana, why="named", by=bo)
    assert holds_for(ana).count() == 0
    assert holds_for(bo).count() == 1


def test_a_wall_put_up_twice_is_one(leads):
    ana, bo = leads
    concern = ConcernFactory()
    put_up_wall(concern, around=ana, why="named", by=bo)
    put_up_wall(concern, around=ana, why="not_this_lead", by=bo)
    assert Wall.objects.get().why == "named"


def test_a_wall_in_error_comes_down_but_not_by_the_walled_or_against_the_reader(leads):
    ana, bo = leads
    concern = ConcernFactory()
    named = put_up_wall(concern, around=ana, why="named", by=bo)
    with pytest.raises(WallStays):
        take_down_wall(named, reason="w", by=ana)
    take_down_wall(named, reason="w", by=bo)
    assert concern in concerns_for(ana)
    with pytest.raises(WallStays):
        take_down_wall(named, reason="w", by=bo)
    chosen = put_up_wall(concern, around=ana, why="not_this_lead", by=bo)
    with pytest.raises(WallStays):
        take_down_wall(chosen, reason="w", by=bo)


def test_the_reader_asks_the_manager_and_nobody_else_may(leads):
    concern = ConcernFactory()
    reader = concern.raised_by
    for ask in (
        lambda: escalate_concern(concern, by=UserFactory(worker=True)),
        lambda: not_this_lead(concern, lead=leads[0], by=UserFactory(worker=True)),
    ):
        with pytest.raises(NotYours):
            ask()
    escalate_concern(concern, by=reader)
    assert Alarm.objects.filter(kind=AlarmKind.ESCALATED, settled_at=None).exists()
    decide_concern(concern, outcome="known", note="x", reference="", by=leads[1])
    assert not Alarm.objects.filter(settled_at=None).exists()
    with pytest.raises(ConcernIsDecided):
        escalate_concern(concern, by=reader)


def test_escalating_leaves_out_the_walled_manager(leads):
    ana, _bo = leads
    concern = ConcernFactory()
    not_this_lead(concern, lead=ana, by=concern.raised_by)
    escalate_concern(concern, by=concern.raised_by)
    for alarm in Alarm.objects.filter(settled_at=None):
        assert list(alarm.left_out.all()) == [ana]
        assert not alarm.deliveries.filter(user=ana).exists()
