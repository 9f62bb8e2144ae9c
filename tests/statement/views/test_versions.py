import pytest
from django.db import connection

from tests.factories.accounts import UserFactory
from tests.factories.statement import ActionFactory, MeasureReadingFactory
from voice.statement.models import Action, StatementVersion

pytestmark = pytest.mark.django_db

SAID = {"name": "Submission", "body": "Executive", "adopted_on": "2026-01-08"}


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def action():
    return MeasureReadingFactory(value="75%").measure.action


@pytest.fixture
def at(action):
    return f"/desk/statement/{action.area.key_theme.statement_id}"


def value_of(page, name):
    """Return what stands in the one field called `name`."""
    (field,) = [one for one in page.parsed.all("input") if one.get("name") == name]
    return field.get("value")


def adopt(desk, at, **more):
    page = desk.post(f"{at}/adopt/", SAID | {"do": "look"} | more)
    seen = value_of(page, "seen")
    return desk.post(f"{at}/adopt/", SAID | {"do": "adopt", "seen": seen} | more)


def test_statement_is_a_draft_until_a_version_is_adopted(desk, action, at):
    assert "Nobody has adopted it yet." in desk.get("/desk/statement/").parsed.text()
    assert "No version yet" in desk.get(f"{at}/versions/").parsed.text()
    adopt(desk, at)
    text = desk.get("/desk/statement/").parsed.text()
    assert "Version 1, “Submission”: Executive, 8 January 2026" in text


def test_version_is_frozen_in_two_steps_and_read_whole(desk, action, at):
    looked = desk.post(f"{at}/adopt/", SAID | {"do": "look"})
    assert action.title in looked.parsed.text()
    assert not StatementVersion.objects.exists()
    made = adopt(desk, at)
    page = desk.get(made.url)
    for words in (
        "version 1: Submission",
        "Adopted by Executive on 8 January 2026.",
        action.title,
        "Head of Social Work",
        "75%",
        "This version never changes.",
    ):
        assert words in page.parsed.text()


def test_what_was_typed_stays_when_one_goes_back_to_change_it(desk, at):
    page = desk.post(f"{at}/adopt/", SAID | {"do": "change"})
    assert value_of(page, "body") == "Executive"
    wrong = desk.post(f"{at}/adopt/", SAID | {"adopted_on": "2999-01-01", "do": "look"})
    assert "That day is still to come" in wrong.parsed.text()
    assert value_of(wrong, "name") == "Submission"


def test_plan_changed_between_the_steps_is_shown_again(desk, action, at):
    page = desk.post(f"{at}/adopt/", SAID | {"do": "look"})
    seen = value_of(page, "seen")
    Action.objects.update(title="Altogether other words")
    again = desk.post(f"{at}/adopt/", SAID | {"do": "adopt", "seen": seen})
    assert "changed since you looked" in again.parsed.text()
    assert "Altogether other words" in again.parsed.text()
    assert not StatementVersion.objects.exists()
    forged = desk.post(f"{at}/adopt/", SAID | {"do": "adopt", "seen": "x"})
    assert forged.status_code == 200
    assert not StatementVersion.objects.exists()


def test_comparison_says_in_words_what_changed(desk, action, at):
    Action.objects.update(due_on="2026-03-31")
    adopt(desk, at)
    Action.objects.update(due_on="2026-06-30", status="red", reason="Nobody to do it")
    ActionFactory(area=action.area, title="Say goodbye properly")
    text = desk.get(f"{at}/compare/").parsed.text()
    number = action.number
    for words in (
        f"Action {number} is due on 30 June 2026; before: 31 March 2026.",
        f"Action {number} is red; before: not started.",
        "is new: “Say goodbye properly”.",
    ):
        assert words in text
    adopt(desk, at, name="Second")
    between = desk.get(f"{at}/compare/?before=1&after=2").parsed.text()
    assert "is new: “Say goodbye properly”." in between
    same = desk.get(f"{at}/compare/?before=2&after=today").parsed.text()
    assert "Nothing differs." in same
    unknown = desk.get(f"{at}/compare/?before=77&after=today")
    assert "Select a valid choice" in unknown.parsed.text()


def test_versions_page_says_how_much_moved_on(desk, action, at):
    adopt(desk, at)
    assert "word for word" in desk.get(f"{at}/versions/").parsed.text()
    Action.objects.update(title="Other words")
    text = desk.get(f"{at}/versions/").parsed.text()
    assert "1 change since the last version" in text


def test_altered_version_is_shown_nowhere(desk, action, at):
    adopt(desk, at)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE statement_statementversion SET body = 'Nobody'")
    pk = StatementVersion.objects.get().pk
    for address in (
        f"/desk/statement/versions/{pk}/",
        f"{at}/versions/",
        f"{at}/compare/",
    ):
        page = desk.get(address)
        assert page.status_code == 500
        assert action.title not in page.parsed.text()


def test_owner_reads_versions_but_adopts_none(sign_in, desk, action, at):
    adopt(desk, at)
    client = sign_in(UserFactory(owner=True))
    page = client.get(f"{at}/versions/")
    assert page.status_code == 200
    assert [a for a in page.parsed.all("a") if "/adopt/" in a.get("href")] == []
    assert client.post(f"{at}/adopt/", SAID | {"do": "look"}).status_code == 403


def test_action_is_withdrawn_and_taken_up_again_at_the_desk(desk, action):
    address = f"/desk/statement/actions/{action.pk}/withdraw/"
    refused = desk.post(address, {"why": ""})
    assert refused.status_code == 200
    desk.post(address, {"why": "There is no budget."})
    page = desk.get(f"/desk/statement/key-themes/{action.area.key_theme_id}/")
    assert "Withdrawn. Why: There is no budget." in page.parsed.text()
    told = desk.get(f"/desk/statement/actions/{action.pk}/").parsed.text()
    assert "Take it up again" in told
    assert "There is no budget." in told
    desk.get(address)
    desk.post(address, {"do": "back"})
    assert not Action.objects.get().is_withdrawn


def test_area_is_withdrawn_with_its_actions_at_the_desk(desk, action):
    address = f"/desk/statement/areas/{action.area_id}/withdraw/"
    assert action.title in desk.get(address).parsed.text()
    page = desk.post(address, {"why": "Partners do it now."}, follow=True)
    assert page.parsed.text().count("Partners do it now.") == 2
    desk.post(address, {"do": "back"})
    assert Action.objects.get().is_withdrawn


def test_version_pages_stay_flat(desk, action, at, django_assert_max_num_queries):
    for _ in range(5):
        MeasureReadingFactory(measure__action__area=action.area)
    adopt(desk, at)
    pk = StatementVersion.objects.get().pk
    for address in (
        f"/desk/statement/versions/{pk}/",
        f"{at}/versions/",
        f"{at}/compare/",
    ):
        with django_assert_max_num_queries(20):
            assert desk.get(address).status_code == 200
