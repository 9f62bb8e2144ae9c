import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import AreaFactory, KeyThemeFactory, StatementFactory
from voice.audit.models import Entry
from voice.statement.domain.statements import (
    NumberTaken,
    add_area,
    add_key_theme,
    create_statement,
    edit_area,
    edit_key_theme,
    edit_statement,
)
from voice.statement.models import Area, KeyTheme, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_statement_is_made_and_edited_and_both_are_audited(worker, in_days):
    statement = create_statement(
        "Our plan",
        answers="The inspection",
        starts_on=in_days(0),
        ends_on=in_days(365),
        by=worker,
    )
    edit_statement(
        statement,
        title="Our better plan",
        answers="The inspection",
        starts_on=in_days(0),
        ends_on=in_days(400),
        by=worker,
    )
    assert Statement.objects.get().title == "Our better plan"
    verbs = Entry.objects.order_by("at").values_list("verb", flat=True)
    assert list(verbs) == ["statement.create_statement", "statement.edit_statement"]


def test_database_refuses_a_statement_that_ends_before_it_starts(in_days):
    with pytest.raises(IntegrityError), transaction.atomic():
        StatementFactory(starts_on=in_days(1), ends_on=in_days(0))


def test_key_themes_are_numbered_one_after_another(worker):
    statement = StatementFactory()
    first = add_key_theme(statement, title="Voice", by=worker)
    add_key_theme(statement, title="Front door", number=4, by=worker)
    last = add_key_theme(statement, title="Practice", by=worker)
    assert (first.number, last.number) == (1, 5)


def test_key_theme_number_is_used_once(worker):
    first = KeyThemeFactory()
    second = KeyThemeFactory(statement=first.statement)
    with pytest.raises(NumberTaken, match="Key theme 1 is there already"):
        edit_key_theme(second, title="Voice", number=1, by=worker)
    assert sorted(KeyTheme.objects.values_list("number", flat=True)) == [1, 2]
    edit_key_theme(second, title="Voice", number=2, by=worker)
    assert KeyTheme.objects.get(pk=second.pk).title == "Voice"


def test_database_refuses_a_key_theme_number_twice():
    first = KeyThemeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyThemeFactory(statement=first.statement, number=first.number)


def test_areas_are_numbered_under_their_key_theme(worker):
    key_theme = KeyThemeFactory(number=2)
    first = add_area(key_theme, title="Keep your worker", source="Ours", by=worker)
    second = add_area(key_theme, title="Private", source="Ours", by=worker)
    assert (first.number, second.number) == ("2.1", "2.2")


def test_area_number_is_used_once_a_key_theme(worker):
    area = AreaFactory()
    with pytest.raises(NumberTaken):
        add_area(area.key_theme, title="x", source="y", number=area.number, by=worker)
    edit_area(area, title="Better", source="Ours", number=area.number, by=worker)
    assert Area.objects.get().title == "Better"


def test_database_refuses_an_area_number_twice():
    area = AreaFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        AreaFactory(key_theme=area.key_theme, number=area.number)
