import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    MeasureReadingFactory,
    StatementFactory,
    TaskGroupFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    return StatementFactory()


@pytest.fixture
def area(statement):
    return AreaFactory(key_theme=KeyThemeFactory(statement=statement))


@pytest.fixture
def owner(sign_in):
    return sign_in(UserFactory(owner=True))


def titles(client, query=""):
    page = client.get(f"/desk/statement/actions/?{query}")
    return [one.title for one in page.context["page"]]


def test_every_action_is_listed_with_its_last_update(owner, area):
    ActionFactory(area=area, title="Luggage", silent=True)
    page = owner.get("/desk/statement/actions/")
    text = page.parsed.text()
    for words in ("1 action", "Luggage", "Head of Social Work", "Never updated"):
        assert words in text


def test_words_are_looked_for_in_title_owner_reason_and_area(owner, area):
    ActionFactory(area=area, title="Luggage at every home")
    ActionFactory(area=area, title="Posts", red=True)
    ActionFactory(area=area, title="Film", owner_title="Front Door Manager")
    other = AreaFactory(key_theme=area.key_theme, title="A good start", number="1.7")
    ActionFactory(area=other, title="Checklist")
    assert titles(owner, "q=EVERY+luggage") == ["Luggage at every home"]
    assert titles(owner, "q=nine") == ["Posts"]
    assert titles(owner, "q=front+door") == ["Film"]
    assert titles(owner, "q=good+start") == ["Checklist"]
    assert titles(owner, "q=1.7") == ["Checklist"]
    assert titles(owner, "q=nobody") == []


def test_list_is_narrowed_by_each_filter(owner, area, statement):
    group = TaskGroupFactory(statement=statement)
    other = AreaFactory(key_theme=KeyThemeFactory(statement=statement))
    rows = {
        "red": {"red": True},
        "other theme": {"area": other},
        "other owner": {"owner_title": "Quality Manager"},
        "group": {"task_group": group},
        "late": {"late": True},
        "late but done": {"late": True, "complete": True},
        "silent": {"silent": True},
        "owned": {"owner": UserFactory(owner=True)},
    }
    for title, more in rows.items():
        ActionFactory(**({"area": area, "title": title} | more))
    group.members.set([UserFactory(owner=True)])
    assert titles(owner, "status=red") == ["red"]
    assert titles(owner, f"key_theme={other.key_theme_id}") == ["other theme"]
    assert titles(owner, "owner=Quality+Manager") == ["other owner"]
    assert titles(owner, f"group={group.pk}") == ["group"]
    assert titles(owner, "only=late") == ["late"]
    assert titles(owner, "only=silent") == ["silent"]
    nobody = titles(owner, "only=unowned")
    assert set(rows) - set(nobody) == {"late but done", "group", "owned"}


def test_list_is_sorted_as_asked(owner, area, in_days):
    ActionFactory(area=area, title="b", due_on=None, green=True, owner_title="Zoo")
    ActionFactory(area=area, title="a", due_on=in_days(9), silent=True, owner_title="M")
    ActionFactory(area=area, title="c", due_on=in_days(2), red=True, owner_title="A")
    assert titles(owner) == ["b", "a", "c"]
    assert titles(owner, "sort=due") == ["c", "a", "b"]
    assert titles(owner, "sort=status") == ["c", "a", "b"]
    assert titles(owner, "sort=updated")[0] == "a"
    assert titles(owner, "sort=owner") == ["c", "a", "b"]


def test_pages_keep_what_was_asked_for(owner, area):
    ActionFactory.create_batch(26, area=area, red=True)
    page = owner.get("/desk/statement/actions/?status=red&sort=due")
    assert len(page.context["page"]) == 25
    (later,) = (a for a in page.parsed.all("a") if a.get("rel") == "next")
    assert later.get("href") == "?status=red&sort=due&page=2"
    assert len(titles(owner, "status=red&sort=due&page=2")) == 1


@pytest.mark.parametrize(
    "query", ["status=purple", "key_theme=x", "sort=sideways", "group=0"]
)
def test_nonsense_finds_all_or_nothing_and_never_breaks(owner, area, query):
    ActionFactory(area=area)
    assert owner.get(f"/desk/statement/actions/?{query}").status_code == 200


def test_nothing_found_says_what_to_do(owner, area):
    ActionFactory(area=area)
    page = owner.get("/desk/statement/actions/?q=unheard")
    assert "No action is like that" in page.parsed.text()


def test_without_a_statement_the_list_leads_to_where_it_is_written(owner):
    assert owner.get("/desk/statement/actions/")["Location"] == "/desk/statement/"


def test_list_takes_as_many_queries_for_many(
    owner, area, statement, django_assert_max_num_queries
):
    for _ in range(12):
        MeasureReadingFactory(
            measure__action__area=area,
            measure__action__task_group=TaskGroupFactory(statement=statement),
        )
    with django_assert_max_num_queries(15):
        owner.get("/desk/statement/actions/")
