from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    MeasureFactory,
    MeasureReadingFactory,
    cited_theme,
)
from voice.releases.domain.recalls import recall_release
from voice.statement.domain.actions import update_action
from voice.statement.models import Action, ActionNote

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}svg"


@pytest.fixture
def owner():
    return UserFactory(owner=True)


@pytest.fixture
def mine(owner):
    return ActionFactory(owner=owner, late=True)


def test_owner_sees_own_actions_and_what_is_late_in_words(sign_in, owner, mine):
    ActionFactory(title="Somebody else's", owned=True)
    page = sign_in(owner).get("/desk/statement/my-actions/")
    text = page.parsed.text()
    assert mine.title in text
    assert "1 of your actions is late." in text
    assert "20 days late" in text
    assert "Somebody else's" not in text


def test_owner_without_actions_is_told_what_will_come(sign_in, owner):
    page = sign_in(owner).get("/desk/statement/my-actions/")
    assert "No action is yours yet" in page.parsed.text()


def test_open_actions_come_before_done_ones_soonest_first(sign_in, owner, in_days):
    ActionFactory(owner=owner, title="done", complete=True, due_on=in_days(-50))
    ActionFactory(owner=owner, title="ongoing", due_on=None)
    ActionFactory(owner=owner, title="soon", due_on=in_days(3))
    ActionFactory(owner=owner, title="late", due_on=in_days(-3))
    page = sign_in(owner).get("/desk/statement/my-actions/")
    assert [one.title for one in page.context["actions"]] == [
        "late",
        "soon",
        "ongoing",
        "done",
    ]


def test_owner_updates_status_reason_note_and_measure_in_one_form(
    sign_in, owner, mine, today
):
    measure = MeasureFactory(action=mine)
    MeasureReadingFactory(measure=measure, value="70%")
    client = sign_in(owner)
    address = f"/desk/statement/actions/{mine.pk}/update/"
    assert "now 70%" in client.get(address).parsed.text()
    page = client.post(
        address,
        {
            "status": "amber",
            "reason": "Nine posts are empty.",
            "note": "We interview on Monday.",
            f"reading-{measure.pk}": "75%",
        },
        follow=True,
    )
    assert page.redirect_chain[-1][0] == "/desk/statement/my-actions/"
    mine.refresh_from_db()
    assert (mine.status, mine.reason) == ("amber", "Nine posts are empty.")
    assert ActionNote.objects.get().text == "We interview on Monday."
    assert [one.value for one in measure.readings.all()] == ["75%", "70%"]


def test_red_without_a_reason_is_asked_for_and_keeps_the_note(sign_in, owner, mine):
    page = sign_in(owner).post(
        f"/desk/statement/actions/{mine.pk}/update/",
        {"status": "red", "note": "Thirty careful words"},
    )
    assert "Say in a few words why it is red." in page.parsed.text()
    assert [box.text.strip() for box in page.parsed.all("textarea")] == [
        "Thirty careful words"
    ]
    assert Action.objects.get(pk=mine.pk).status == "not_started"
    assert not ActionNote.objects.exists()


def test_making_a_difference_without_children_is_refused_kindly(sign_in, owner, mine):
    address = f"/desk/statement/actions/{mine.pk}/update/"
    typed = {"status": "making_a_difference", "note": "It works."}
    page = sign_in(owner).post(address, typed)
    assert "Only children can say that this makes a difference." in page.parsed.text()
    assert Action.objects.get(pk=mine.pk).status == "not_started"
    cited_theme(mine.area.key_theme, action=mine)
    assert sign_in(owner).post(address, typed).status_code == 302
    assert Action.objects.get(pk=mine.pk).status == "making_a_difference"


def test_another_owner_cannot_update_it(sign_in, mine):
    client = sign_in(UserFactory(owner=True))
    address = f"/desk/statement/actions/{mine.pk}/update/"
    assert client.get(address).status_code == 403
    assert client.post(address, {"status": "complete"}).status_code == 403
    assert Action.objects.get(pk=mine.pk).status == "not_started"


def test_somebody_who_lost_the_role_cannot_update_what_they_owned(sign_in, mine, owner):
    owner.groups.clear()
    page = sign_in(owner).post(
        f"/desk/statement/actions/{mine.pk}/update/", {"status": "complete"}
    )
    assert page.status_code == 403


def test_worker_may_update_any_action(sign_in, mine):
    page = sign_in(UserFactory(worker=True)).post(
        f"/desk/statement/actions/{mine.pk}/update/", {"status": "complete"}
    )
    assert page["Location"] == f"/desk/statement/actions/{mine.pk}/"
    assert Action.objects.get(pk=mine.pk).status == "complete"


def test_queries_stay_flat_with_many_own_actions(
    sign_in, owner, django_assert_max_num_queries
):
    for _ in range(12):
        MeasureReadingFactory(measure__action__owner=owner)
    client = sign_in(owner)
    with django_assert_max_num_queries(15):
        client.get("/desk/statement/my-actions/")


def test_somebody_elses_update_meanwhile_is_read_first_and_nothing_typed_is_lost(
    sign_in, owner, mine
):
    measure = MeasureFactory(action=mine)
    address = f"/desk/statement/actions/{mine.pk}/update/"
    client = sign_in(owner)
    seen = client.get(address).context["form"]["seen"].value()
    update_action(
        mine,
        status="amber",
        reason="Transport.",
        note="Two vans came.",
        by=UserFactory(worker=True),
    )
    typed = {
        "seen": seen,
        "status": "green",
        "reason": "All is well now",
        "note": "Thirty careful words",
        f"reading-{measure.pk}": "75%",
    }
    page = client.post(address, typed)
    text = page.parsed.text()
    for words in ("Two vans came.", "Transport.", "Somebody else said how this stands"):
        assert words in text
    form = page.context["form"]
    assert {name: form[name].value() for name in typed if name != "seen"} == {
        name: value for name, value in typed.items() if name != "seen"
    }
    assert Action.objects.get(pk=mine.pk).status == "amber"
    again = typed | {"seen": form["seen"].value()}
    assert client.post(address, again).status_code == 302
    assert Action.objects.get(pk=mine.pk).status == "green"
    assert [note.text for note in mine.notes.all()] == [
        "Thirty careful words",
        "Two vans came.",
    ]


def test_reading_of_a_measure_in_numbers_holds_one_and_is_kept_when_refused(
    sign_in, owner, mine
):
    counted = MeasureFactory(action=mine, baseline="65", unit="%")
    in_words = MeasureFactory(action=mine, baseline="nobody knew", target="everybody")
    page = sign_in(owner).post(
        f"/desk/statement/actions/{mine.pk}/update/",
        {
            "status": "green",
            f"reading-{counted.pk}": "much better",
            f"reading-{in_words.pk}": "most know",
        },
    )
    assert "Write it with a number, as “65%” is." in page.parsed.text()
    assert page.context["form"][f"reading-{counted.pk}"].value() == "much better"
    assert not ActionNote.objects.exists()


def test_updates_that_wait_come_first_and_are_said_on_the_desk(sign_in, owner, in_days):
    ActionFactory(owner=owner, title="soon", due_on=in_days(3))
    silent = ActionFactory(owner=owner, title="silent", due_on=in_days(9), silent=True)
    client = sign_in(owner)
    page = client.get("/desk/statement/my-actions/")
    assert [one.title for one in page.context["actions"]] == ["silent", "soon"]
    assert "1 of your actions waits for an update." in page.parsed.text()
    assert "1 action waits for your update." in client.get("/desk/").parsed.text()
    page = client.post(
        f"/desk/statement/actions/{silent.pk}/update/", {"status": "green"}, follow=True
    )
    assert "Thank you. The board sees it as you said." in page.parsed.text()
    assert "waits for" not in page.parsed.text()
    assert "waits for" not in client.get("/desk/").parsed.text()


def test_thanks_say_how_many_more_wait(sign_in, owner):
    one, _other = (ActionFactory(owner=owner, silent=True) for _ in range(2))
    page = sign_in(owner).post(
        f"/desk/statement/actions/{one.pk}/update/", {"status": "green"}, follow=True
    )
    assert "as you said. 1 action waits for your update." in page.parsed.text()


def test_what_is_not_updated_is_said_at_the_desk_and_to_the_board(sign_in, mine):
    Action.objects.filter(pk=mine.pk).update(
        added_at=timezone.localtime() - timedelta(weeks=9)
    )
    page = sign_in(UserFactory(worker=True)).get("/desk/statement/")
    assert "1 action was not updated in time" in page.parsed.text()
    text = sign_in(UserFactory(board=True)).get("/board/").parsed.text()
    assert "Actions that were not updated in time" in text
    assert "Never updated · Head of Social Work" in text


def test_action_whose_childrens_evidence_was_taken_back_says_so(sign_in, owner, mine):
    evidence = cited_theme(mine.area.key_theme, action=mine)
    update_action(mine, status="making_a_difference", note="", by=owner)
    client = sign_in(owner)
    address = f"/desk/statement/actions/{mine.pk}/"
    assert "No child says any more" not in client.get(address).parsed.text()
    recall_release(evidence.release, why="Counted twice", by=UserFactory(worker=True))
    assert "No child says any more" in client.get(address).parsed.text()
    page = client.post(f"{address}update/", {"status": "making_a_difference"})
    assert "Only children can say that this makes a difference." in page.parsed.text()


def test_trend_is_drawn_and_told_as_a_table(sign_in, owner, mine):
    measure = MeasureFactory(
        action=mine, title="Shared homes", baseline="70", target="40", unit="%"
    )
    measure.direction = "less"
    measure.save()
    MeasureReadingFactory(measure=measure, value="65")
    page = sign_in(owner).get(f"/desk/statement/actions/{mine.pk}/")
    (drawing,) = (
        one for one in page.parsed.all(SVG) if one.get("class") == "trend-drawing"
    )
    assert drawing.get("aria-label").startswith(
        "Line chart. Shared homes; Start: 70%; "
    )
    assert drawing.get("aria-label").endswith(": 65%; Goal: 40%")
    text = page.parsed.text()
    assert "Better than at the start, not at the goal yet. Less is better." in text
