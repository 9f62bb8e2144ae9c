import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    MeasureFactory,
    MeasureReadingFactory,
    cited_theme,
)
from voice.statement.models import Action, ActionNote

pytestmark = pytest.mark.django_db


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
