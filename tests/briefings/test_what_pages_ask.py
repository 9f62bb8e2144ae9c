"""The board's pages ask little, with everything there is to tell and nothing remembered."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.minutes import DecisionFactory, HeadlineFactory, MeetingFactory
from tests.factories.plan import Plan
from tests.factories.releases import EarlierRoundFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    VerdictFactory,
)
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    MeasureReadingFactory,
    StatementFactory,
    cited_quote,
    cited_theme,
)
from tests.factories.surveys import ConsultationFactory, EditionFactory
from voice.briefings.domain.clocks import keep_clocks
from voice.releases.domain.recalls import recall_release
from voice.young_editors.models import WithoutYes

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]

SIZE = (2, 4, 8, 120, 3)
UNDER = 20


@pytest.fixture(autouse=True)
def _as_in_production(settings, db):
    """Remember in the database, as production does, and nothing yet."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "voice_cache",
        }
    }
    call_command("createcachetable")
    cache.clear()


@pytest.fixture
def everything():
    """Return a key theme under which there is something of all that the board is told."""
    list(keep_clocks(timezone.now()))
    statement = StatementFactory()
    last = MeetingFactory()
    for _ in range(3):
        key_theme = KeyThemeFactory(statement=statement)
        action = ActionFactory(area__key_theme=key_theme, late=True)
        MeasureReadingFactory(measure__action=action)
        HeadlineFactory(key_theme=key_theme)
        DecisionFactory(meeting=last, key_theme=key_theme, late=True)
        told = cited_theme(key_theme, action=action)
        cited_quote(key_theme, action=action)
        EarlierRoundFactory(survey=told.release.survey)
        recall_release(
            cited_theme(key_theme).release, why="Twice.", by=UserFactory(worker=True)
        )
        for kept in (True, False):
            promise = PromiseFactory(
                action=action, kept=kept, late=not kept, reply__published=True
            )
            PromiseWordingFactory(promise=promise)
            VerdictFactory(promise=promise)
        EditionFactory(survey__consultation=ConsultationFactory(overdue=True))
    WithoutYes.objects.create(
        kind="reply",
        object_id="1",
        title="A reply",
        reason="The election.",
        by=told.added_by,
    )
    return key_theme


@pytest.fixture
def arrived(client):
    """Return a function that signs somebody in, who has opened a page before."""

    def came(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        client.get("/board/meetings/")
        return client

    return came


@pytest.mark.parametrize("language", ["en", "ur"])
def test_first_page_asks_under_twenty_cold_and_warm_with_all_there_is(
    arrived, everything, language, django_assert_max_num_queries
):
    board = arrived(UserFactory(board=True))
    board.cookies["django_language"] = language
    for _time in ("cold", "warm"):
        with django_assert_max_num_queries(UNDER - 1):
            page = board.get("/board/")
    front = page.context["front"]
    assert front.since.said
    assert front.recalled
    assert front.promises.late
    assert front.promises.disputed
    assert front.overdue
    assert front.decisions
    assert front.without_yes
    assert page.context["in_time"]


def test_key_theme_asks_under_twenty_cold_and_warm_with_all_there_is(
    arrived, everything, django_assert_max_num_queries
):
    board = arrived(UserFactory(board=True))
    for _time in ("cold", "warm"):
        with django_assert_max_num_queries(UNDER - 1):
            board.get(f"/board/key-themes/{everything.pk}/")


def test_every_page_of_a_plan_asks_under_twenty_cold_and_warm(
    arrived, django_assert_max_num_queries
):
    people = {
        name: UserFactory(**{name: True}) for name in ("worker", "owner", "board")
    }
    plan = Plan(SIZE, worker=people["worker"], owner=people["owner"])
    list(keep_clocks(timezone.now()))
    for name, address in plan.pages().items():
        whose = "board" if name.startswith("board") else "worker"
        client = arrived(people["owner" if name == "desk: my actions" else whose])
        for _time in ("cold", "warm"):
            with django_assert_max_num_queries(UNDER - 1):
                assert client.get(address).status_code == 200, name
