from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    StatementFactory,
)
from voice.audit.models import Entry
from voice.statement.domain.actions import add_action, edit_action
from voice.statement.domain.numbering import NumberTaken
from voice.statement.domain.statements import (
    add_area,
    add_key_theme,
    create_statement,
    edit_area,
    edit_key_theme,
    edit_statement,
    move_key_theme_up,
)
from voice.statement.enums import SourceKind
from voice.statement.logic.sources import OURS, AreaSource
from voice.statement.models import Action, Area, KeyTheme, Statement

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
    first = add_area(key_theme, title="Keep your worker", by=worker)
    second = add_area(key_theme, title="Private", by=worker)
    assert (first.number, second.number) == ("2.1", "2.2")


def test_area_number_is_used_once_a_key_theme(worker):
    area = AreaFactory()
    with pytest.raises(NumberTaken):
        add_area(area.key_theme, title="x", number=area.number, by=worker)
    edit_area(area, title="Better", source=OURS, number=area.number, by=worker)
    assert Area.objects.get().title == "Better"


def test_database_refuses_an_area_number_twice():
    area = AreaFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        AreaFactory(key_theme=area.key_theme, number=area.number)


def test_area_number_is_used_once_a_statement(worker):
    area = AreaFactory(number="1.1")
    other = KeyThemeFactory(statement=area.key_theme.statement)
    with pytest.raises(NumberTaken, match=r"Area 1\.1 is there already"):
        add_area(other, title="x", number="1.1", by=worker)
    elsewhere = add_area(KeyThemeFactory(), title="x", number="1.1", by=worker)
    assert elsewhere.number == "1.1"


def test_area_of_a_recommendation_says_inspection_number_and_date(worker):
    source = AreaSource(
        SourceKind.RECOMMENDATION, "The inspection", "4", date(2026, 3, 14)
    )
    area = add_area(KeyThemeFactory(), title="Hear back", source=source, by=worker)
    area.refresh_from_db()
    assert area.source == "The inspection, recommendation 4, 14 March 2026"
    assert area.source_is_whole
    edit_area(area, title="Hear back", source=OURS, number=area.number, by=worker)
    area.refresh_from_db()
    assert (area.source, area.inspection, area.inspected_on) == ("Ours", "", None)


def test_area_with_words_from_before_says_that_number_and_date_are_missing():
    area = AreaFactory(source_kind=SourceKind.RECOMMENDATION, inspection="ILACS, R4")
    assert (area.source, area.source_is_whole) == ("ILACS, R4", False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"source_kind": SourceKind.OURS, "inspection": "The inspection"},
        {"source_kind": SourceKind.RECOMMENDATION, "inspection": ""},
        {"withdrawn_why": "No money"},
    ],
)
def test_database_refuses_an_area_that_is_half_said(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        AreaFactory(**wrong)


def test_statement_begins_with_the_key_themes_it_is_given(worker, in_days):
    statement = create_statement(
        "Our plan",
        answers="The inspection",
        starts_on=in_days(0),
        ends_on=in_days(365),
        key_themes=["Voice", "Practice"],
        by=worker,
    )
    assert [str(one) for one in statement.key_themes.all()] == ["1 Voice", "2 Practice"]


def test_key_theme_moves_up_and_what_is_under_it_follows(worker):
    statement = StatementFactory()
    first, second = (
        KeyThemeFactory(statement=statement, number=1),
        KeyThemeFactory(statement=statement, number=2),
    )
    one = ActionFactory(area__key_theme=first)
    two = ActionFactory(area__key_theme=second)
    other = AreaFactory(key_theme=second, number="R7")
    move_key_theme_up(second, by=worker)
    numbers = [
        (action.area.key_theme.number, action.area.number, action.number)
        for action in Action.objects.order_by("pk")
    ]
    assert numbers == [(2, "2.1", "2.1.1"), (1, "1.1", "1.1.1")]
    assert {one.pk, two.pk} == set(Action.objects.values_list("pk", flat=True))
    other.refresh_from_db()
    assert other.number == "R7"
    move_key_theme_up(KeyTheme.objects.get(pk=second.pk), by=worker)
    assert KeyTheme.objects.get(pk=second.pk).number == 1


def test_renumbering_a_key_theme_keeps_a_number_that_would_be_taken(worker):
    key_theme = KeyThemeFactory(number=2)
    for number in ("2.1", "3.1", "2.2"):
        AreaFactory(key_theme=key_theme, number=number)
    edit_key_theme(key_theme, title="Voice", number=3, by=worker)
    numbers = key_theme.areas.order_by("number").values_list("number", flat=True)
    assert list(numbers) == ["2.1", "3.1", "3.2"]


def test_actions_are_numbered_under_their_area_each_number_once(worker):
    area = AreaFactory(number="2.3")
    first = add_action(area, title="x", owner_title="y", by=worker)
    second = add_action(area, title="x", owner_title="y", by=worker)
    assert (first.number, second.number) == ("2.3.1", "2.3.2")
    with pytest.raises(NumberTaken, match=r"Action 2\.3\.1 is there already"):
        edit_action(second, title="x", owner_title="y", number="2.3.1", by=worker)
    other = AreaFactory(key_theme=area.key_theme)
    with pytest.raises(NumberTaken):
        add_action(other, title="x", owner_title="y", number="2.3.1", by=worker)


def test_database_refuses_an_action_number_twice_in_an_area():
    action = ActionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionFactory(area=action.area, number=action.number)
