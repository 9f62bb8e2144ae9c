import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    MeasureFactory,
    MeasureReadingFactory,
    StatementFactory,
    cited_quote,
    cited_theme,
)
from voice.statement.models import Action, Area, KeyTheme, Measure, Statement
from voice.statement.templatetags.statement_words import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def test_without_a_statement_the_page_says_how_to_begin(desk):
    page = desk.get("/desk/statement/")
    assert page.parsed.heading == "Statement of Action"
    assert "There is no statement yet" in page.parsed.text()


def test_worker_writes_the_whole_tree(desk, in_days):
    desk.post(
        "/desk/statement/new/",
        {
            "title": "Our plan",
            "answers": "The inspection",
            "starts_on": in_days(0),
            "ends_on": in_days(300),
            "update_weeks": 4,
        },
    )
    statement = Statement.objects.get(title="Our plan")
    desk.post(
        f"/desk/statement/{statement.pk}/key-themes/new/",
        {"number": 1, "title": "Voice"},
    )
    key_theme = KeyTheme.objects.get(title="Voice")
    desk.post(
        f"/desk/statement/key-themes/{key_theme.pk}/areas/new/",
        {"number": "1.1", "title": "Children hear back", "source_kind": "ours"},
    )
    area = Area.objects.get(title="Children hear back")
    desk.post(
        f"/desk/statement/areas/{area.pk}/actions/new/",
        {
            "number": "1.1.1",
            "title": "Answer on time",
            "owner_title": "Participation Manager",
        },
    )
    action = Action.objects.get(title="Answer on time")
    desk.post(
        f"/desk/statement/actions/{action.pk}/measures/new/",
        {
            "title": "on time",
            "baseline": "0 of 3",
            "target": "all",
            "direction": "more",
        },
    )
    assert Measure.objects.get().action == action
    page = desk.get("/desk/statement/")
    for words in ("Our plan", "1 Voice", "1.1 Children hear back", "Answer on time"):
        assert words in page.parsed.text()


def test_each_part_can_be_changed(desk):
    measure = MeasureFactory()
    action = measure.action
    forms = {
        f"/desk/statement/{action.area.key_theme.statement_id}/edit/": {
            "title": "New title",
            "answers": "a",
            "starts_on": "2026-01-01",
            "ends_on": "2027-01-01",
            "update_weeks": 4,
        },
        f"/desk/statement/key-themes/{action.area.key_theme_id}/edit/": {
            "title": "New title",
            "number": 7,
        },
        f"/desk/statement/areas/{action.area_id}/edit/": {
            "title": "New title",
            "number": "7.1",
            "source_kind": "recommendation",
            "inspection": "The inspection",
            "recommendation": "4",
            "inspected_on": "2026-03-14",
        },
        f"/desk/statement/actions/{action.pk}/edit/": {
            "number": "7.1.1",
            "title": "New title",
            "owner_title": "Workforce Lead",
            "starts_on": "2026-03-01",
        },
        f"/desk/statement/measures/{measure.pk}/edit/": {
            "title": "New title",
            "baseline": "0",
            "target": "1",
            "direction": "less",
        },
    }
    for address, typed in forms.items():
        assert desk.get(address).status_code == 200
        assert desk.post(address, typed).status_code == 302, address
    for model in (Statement, KeyTheme, Area, Action, Measure):
        assert [one.title for one in model.objects.all()] == ["New title"]


def test_refused_form_keeps_every_word_and_says_what_is_wrong(desk):
    area = AreaFactory()
    page = desk.post(
        f"/desk/statement/key-themes/{area.key_theme_id}/areas/new/",
        {
            "number": area.number,
            "title": "Nineteen careful words",
            "source_kind": "ours",
        },
    )
    assert "is there already" in page.parsed.text()
    values = [field.get("value") for field in page.parsed.all("input")]
    assert "Nineteen careful words" in values
    assert Area.objects.count() == 1


def test_statement_that_ends_before_it_starts_is_refused_in_words(desk):
    page = desk.post(
        "/desk/statement/new/",
        {
            "title": "Our plan",
            "answers": "The inspection",
            "starts_on": "2026-02-01",
            "ends_on": "2026-01-01",
        },
    )
    assert "It must end after it starts." in page.parsed.text()
    assert not Statement.objects.exists()


def test_owner_reads_but_is_offered_no_writing(sign_in):
    action = ActionFactory()
    client = sign_in(UserFactory(owner=True))
    page = client.get(f"/desk/statement/key-themes/{action.area.key_theme_id}/")
    assert action.title in page.parsed.text()
    links = [link.get("href") for link in page.parsed.all("a")]
    assert [link for link in links if "new" in link or "edit" in link] == []
    refused = client.post("/desk/statement/new/", {"title": "x"})
    assert refused.status_code == 403
    assert not Statement.objects.filter(title="x").exists()


def test_action_page_tells_measures_evidence_and_notes(desk):
    reading = MeasureReadingFactory(value="75%")
    action = reading.measure.action
    cited_theme(action.area.key_theme, action=action)
    desk.post(
        f"/desk/statement/actions/{action.pk}/update/",
        {"status": "green", "note": "We began in May."},
    )
    text = desk.get(f"/desk/statement/actions/{action.pk}/").parsed.text()
    for words in ("65%", "75%", "90%", "Workers keep changing", "We began in May."):
        assert words in text


def test_missing_key_theme_and_action_are_not_found(desk):
    StatementFactory()
    for address in ("key-themes/99", "actions/99", "actions/99/update", "evidence/99"):
        page = desk.get(f"/desk/statement/{address}/", follow=True)
        assert page.status_code == 404


def fill(statement, *, themes, actions):
    """Fill a statement with key themes, actions, measures, readings and evidence."""
    for _ in range(themes):
        key_theme = KeyThemeFactory(statement=statement)
        area = AreaFactory(key_theme=key_theme)
        for _ in range(actions):
            action = ActionFactory(area=area, owned=True)
            MeasureReadingFactory(measure__action=action)
        cited_theme(key_theme)
        cited_quote(key_theme)
    return key_theme


@pytest.mark.parametrize(("themes", "actions"), [(1, 1), (4, 6)])
def test_queries_stay_flat_however_much_there_is(
    desk, themes, actions, django_assert_max_num_queries
):
    statement = StatementFactory()
    last = fill(statement, themes=themes, actions=actions)
    pages = (
        "/desk/statement/",
        f"/desk/statement/key-themes/{last.pk}/",
        f"/desk/statement/actions/{Action.objects.last().pk}/",
    )
    for address in pages:
        with django_assert_max_num_queries(20):
            assert desk.get(address).status_code == 200


def test_an_action_says_its_day_once_and_beside_how_late_it_is(desk, in_days):
    for action in (ActionFactory(due_on=in_days(30)), ActionFactory(late=True)):
        page = desk.get(f"/desk/statement/actions/{action.pk}/")
        told = page.parsed.text().partition("Area for improvement")[0]
        assert told.count(day(action.due_on)) == 1
