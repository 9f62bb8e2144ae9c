"""Which key theme a theme belongs to."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import KeyThemeFactory, StatementFactory
from tests.factories.surveys import in_days
from tests.factories.themes import ThemeFactory
from voice.audit.models import Entry
from voice.statement.domain.theme_links import link_theme
from voice.statement.models import ThemeLink
from voice.themes import key_themes

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def linked():
    """Return every link, as theme and key theme."""
    return list(ThemeLink.objects.values_list("theme", "key_theme"))


def test_theme_is_linked_to_a_key_theme_then_to_another_then_to_none(worker):
    theme, first, second = ThemeFactory(), KeyThemeFactory(), KeyThemeFactory()
    link_theme(theme, key_theme=first, by=worker)
    assert linked() == [(theme.pk, first.pk)]
    link_theme(theme, key_theme=second, by=worker)
    assert linked() == [(theme.pk, second.pk)]
    link_theme(theme, key_theme=None, by=worker)
    assert linked() == []


def test_who_linked_it_is_recorded_once_for_each_change(worker):
    theme, key_theme = ThemeFactory(), KeyThemeFactory()
    for chosen in (key_theme, key_theme, None, None):
        link_theme(theme, key_theme=chosen, by=worker)
    told = [
        (entry.actor_id, entry.details)
        for entry in Entry.objects.filter(verb="statement.link_theme").order_by("at")
    ]
    assert told == [
        (worker.pk, {"before": None, "after": key_theme.pk}),
        (worker.pk, {"before": key_theme.pk, "after": None}),
    ]


def test_theme_belongs_to_one_key_theme_at_most(worker):
    theme = ThemeFactory()
    ThemeLink.objects.create(theme=theme, key_theme=KeyThemeFactory(), by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeLink.objects.create(theme=theme, key_theme=KeyThemeFactory(), by=worker)


def test_key_themes_of_the_newest_statement_are_offered_and_the_one_chosen(worker):
    old = KeyThemeFactory(statement=StatementFactory(starts_on=in_days(-900)))
    KeyThemeFactory(statement=old.statement)
    new = KeyThemeFactory()
    theme = ThemeFactory()
    assert key_themes.offered(None) == [(str(new.pk), str(new))]
    link_theme(theme, key_theme=old, by=worker)
    assert set(key_themes.offered(theme)) == {
        (str(one.pk), str(one)) for one in (old, new)
    }
    assert key_themes.chosen(theme) == str(old.pk)
