import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    MeasureFactory,
    cited_theme,
)
from voice.audit.models import Entry
from voice.statement.domain.actions import (
    NoEvidenceFromChildren,
    ReasonNeeded,
    add_action,
    add_measure,
    edit_action,
    edit_measure,
    read_measure,
    update_action,
)
from voice.statement.enums import ActionStatus, Stance
from voice.statement.models import Action

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_new_action_is_not_started(worker, in_days):
    action = add_action(
        AreaFactory(),
        title="Fill 14 posts",
        owner_title="Workforce Lead",
        due_on=in_days(90),
        by=worker,
    )
    assert (action.status, action.due_on) == (ActionStatus.NOT_STARTED, in_days(90))
    entry = Entry.objects.get(verb="statement.add_action")
    assert (entry.object_id, entry.actor) == (str(action.pk), worker)


def test_edited_action_keeps_how_it_stands(worker, in_days):
    action = ActionFactory(red=True)
    edit_action(
        action,
        title="A plainer title",
        owner_title="Workforce Lead",
        due_on=in_days(5),
        by=worker,
    )
    action = Action.objects.get()
    assert action.title == "A plainer title"
    assert (action.status, action.reason) == ("red", "Nine posts are empty.")


def test_update_keeps_status_reason_and_note_and_is_audited(worker):
    action = ActionFactory()
    update_action(
        action,
        status="amber",
        reason=" Posts are empty. ",
        note="We interview on Monday.",
        by=worker,
    )
    action.refresh_from_db()
    assert (action.status, action.reason) == ("amber", "Posts are empty.")
    note = action.notes.get()
    assert (note.status, note.reason, note.text, note.by) == (
        "amber",
        "Posts are empty.",
        "We interview on Monday.",
        worker,
    )
    entry = Entry.objects.get(verb="statement.update_action")
    assert entry.details == {"before": "not_started", "after": "amber"}


def test_every_update_writes_a_note_even_without_words(worker):
    action = ActionFactory()
    for status in ("green", "green", "complete"):
        update_action(action, status=status, note="", by=worker)
    assert [note.status for note in action.notes.all()] == [
        "complete",
        "green",
        "green",
    ]


def test_reason_goes_when_an_action_turns_green_but_stays_in_its_notes(worker):
    action = ActionFactory()
    update_action(action, status="red", reason="No budget.", note="", by=worker)
    update_action(action, status="green", note="", by=worker)
    assert Action.objects.get().reason == ""
    assert [note.reason for note in action.notes.all()] == ["", "No budget."]


@pytest.mark.parametrize("status", ["red", "amber"])
def test_red_and_amber_need_a_reason(worker, status):
    action = ActionFactory()
    with pytest.raises(ReasonNeeded, match=f"why it is {status}"):
        update_action(action, status=status, reason="  ", note="", by=worker)
    assert Action.objects.get().status == "not_started"
    assert not action.notes.exists()


def test_database_refuses_red_without_a_reason():
    action = ActionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(status="red", reason="")


@pytest.mark.parametrize("stance", [Stance.SUPPORTS, Stance.SHOWS_CHANGE])
def test_making_a_difference_stands_on_evidence_from_children(worker, stance):
    action = ActionFactory()
    cited_theme(action.area.key_theme, action=action, stance=stance)
    update_action(action, status="making_a_difference", note="", by=worker)
    assert Action.objects.get().status == "making_a_difference"


def test_making_a_difference_is_refused_without_evidence(worker):
    action = ActionFactory()
    with pytest.raises(NoEvidenceFromChildren, match="Only children can say"):
        update_action(action, status="making_a_difference", note="", by=worker)
    assert Action.objects.get().status == "not_started"


def test_making_a_difference_is_refused_when_children_challenge_it(worker):
    action = ActionFactory()
    cited_theme(action.area.key_theme, action=action, stance=Stance.CHALLENGES)
    with pytest.raises(NoEvidenceFromChildren):
        update_action(action, status="making_a_difference", note="", by=worker)


def test_making_a_difference_is_refused_on_evidence_of_something_else(worker):
    action = ActionFactory()
    other = ActionFactory(area=action.area)
    cited_theme(action.area.key_theme)
    cited_theme(action.area.key_theme, action=other)
    with pytest.raises(NoEvidenceFromChildren):
        update_action(action, status="making_a_difference", note="", by=worker)


def test_update_takes_readings_of_its_measures_today(worker, today):
    measure = MeasureFactory()
    update_action(
        measure.action,
        status="green",
        note="",
        by=worker,
        readings=[(measure, "75%")],
    )
    reading = measure.readings.get()
    assert (reading.value, reading.on, reading.by) == ("75%", today, worker)


def test_measure_keeps_its_readings_when_it_is_reworded(worker, in_days):
    measure = add_measure(
        ActionFactory(), title="on time", baseline="0 of 3", target="all", by=worker
    )
    read_measure(measure, value="1 of 2", on=in_days(-3), by=worker)
    edit_measure(measure, title="in time", baseline="0 of 3", target="all", by=worker)
    measure.refresh_from_db()
    assert measure.title == "in time"
    assert [reading.value for reading in measure.readings.all()] == ["1 of 2"]


def test_action_is_late_only_while_it_is_open(in_days, today):
    assert ActionFactory(late=True).days_late(today) == 20
    assert ActionFactory(late=True, complete=True).days_late(today) == 0
    assert ActionFactory(due_on=today).days_late(today) == 0
    assert ActionFactory(due_on=None).days_late(today) == 0
