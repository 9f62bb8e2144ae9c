import pytest
from django.db.models import QuerySet
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.cms import build
from tests.factories.replies import PromiseFactory
from tests.factories.site import adopted
from tests.factories.statement import (
    ActionFactory,
    MeasureReadingFactory,
    cited_file,
    cited_quote,
    cited_theme,
)
from tests.factories.themes import ThemeFactory
from voice.releases.domain.recalls import recall_release
from voice.statement.domain.withdrawing import withdraw_action
from voice.statement.enums import ActionStatus, Stance
from voice.statement.models import Action, ActionNote, StatementVersion

pytestmark = pytest.mark.django_db
HERE = "/en/plan/"


@pytest.fixture
def action():
    build()
    return ActionFactory(title="Plumtree action", owner_title="Head of Fostering")


def adopt(action):
    return adopted(action.area.key_theme.statement)


def read(client, path=HERE):
    page = client.get(path)
    assert page.status_code == 200
    return page.parsed.source


def test_plan_nobody_adopted_is_not_shown(client, action):
    assert "has not been adopted yet" in read(client)
    assert "Plumtree action" not in read(client)
    assert "has not been adopted yet" in read(client, f"{HERE}easy-read/")


def test_adopted_plan_says_what_who_and_how_far(client, action):
    adopt(action)
    Action.objects.update(status=ActionStatus.COMPLETE)
    seen = read(client)
    for words in ("Plumtree action", "Head of Fostering", "We have done this"):
        assert words in seen


def test_what_was_written_since_and_adopted_by_nobody_is_not_shown(client, action):
    adopt(action)
    ActionFactory(area=action.area, title="Quince action")
    Action.objects.filter(pk=action.pk).update(title="Medlar action")
    seen = read(client)
    assert "Quince action" not in seen
    assert "Medlar action" not in seen


def test_reasons_notes_measures_and_names_stay_inside(client, action):
    person = UserFactory(owner=True, name="Quokka Person")
    Action.objects.update(owner=person, status=ActionStatus.RED, reason="quokka reason")
    ActionNote.objects.create(
        action=action, status=ActionStatus.RED, text="quokka note", by=person
    )
    MeasureReadingFactory(
        measure__action=action, measure__title="quokka measure", value="quokka value"
    )
    adopt(action)
    assert "This is not going well" in read(client)
    assert "quokka" not in read(client).lower()


def test_files_and_challenges_stay_inside(client, action):
    theme = action.area.key_theme
    cited_quote(theme, "plumtree words")
    cited_quote(theme, "quokka words", stance=Stance.CHALLENGES)
    cited_file(theme, title="quokka file", shows="quokka shows")
    adopt(action)
    assert "plumtree words" in read(client)
    assert "quokka" not in read(client)


def test_a_theme_is_read_in_the_languages_it_was_worded_in(client, action):
    piece = cited_theme(action.area.key_theme)
    sentence = piece.frozen["sentence"]
    ThemeFactory(
        sentence=sentence, wordings={"ur": {"words": "پلم ٹری", "of": sentence}}
    )
    adopt(action)
    assert sentence in read(client)
    in_urdu = read(client, "/ur/plan/")
    assert "پلم ٹری" in in_urdu
    assert sentence not in in_urdu


def test_recalled_words_are_gone(client, action):
    piece = cited_quote(action.area.key_theme, "plumtree words")
    adopt(action)
    recall_release(
        piece.release, why="It was counted twice.", by=UserFactory(worker=True)
    )
    assert "plumtree words" not in read(client)


def test_action_that_was_given_up_says_so_without_the_inner_reason(client, action):
    adopt(action)
    withdraw_action(action, why="quokka reason", by=UserFactory(worker=True))
    assert "We have stopped this" in read(client)
    assert "quokka" not in read(client)


def test_date_that_moved_is_told_beside_the_one_agreed(client, action):
    adopt(action)
    Action.objects.update(due_on=timezone.localdate().replace(year=2031))
    assert "agreed for" in read(client)


def test_published_promises_stand_under_their_action_and_drafts_do_not(client, action):
    PromiseFactory(action=action, reply__published=True, text="plumtree promise")
    PromiseFactory(action=action, text="quokka promise")
    adopt(action)
    assert "plumtree promise" in read(client)
    assert "quokka" not in read(client)


def test_version_that_was_altered_is_not_shown(client, action):
    version = adopt(action)
    QuerySet(StatementVersion).filter(pk=version.pk).update(name="Another")
    assert "Plumtree action" not in read(client)


def test_easy_read_says_how_much_is_done_in_short_sentences(client, action):
    ActionFactory(area=action.area, red=True)
    ActionFactory(area=action.area, status=ActionStatus.AMBER, reason="Slow.")
    adopt(action)
    seen = read(client, f"{HERE}easy-read/")
    assert "We have not started 1 thing." in seen
    assert seen.count("2 things are not going well enough.") == 1


def test_queries_do_not_grow_with_the_plan(
    client, action, django_assert_max_num_queries
):
    for _ in range(5):
        one = ActionFactory(area=action.area)
        PromiseFactory(action=one, reply__published=True)
    adopt(action)
    client.get(HERE)
    with django_assert_max_num_queries(26):
        client.get(HERE)
