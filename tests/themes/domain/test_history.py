import pytest

from tests.factories.accounts import UserFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.themes.domain.codebooks import (
    NotProposed,
    add_theme,
    agree_theme,
    retire_theme,
    use_theme_again,
    word_theme,
)
from voice.themes.domain.moving import NotThere, move_theme
from voice.themes.domain.theme_memos import write_theme_memo
from voice.themes.models import Theme, ThemeChange

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def steps(theme):
    return [
        (change.kind, change.before, change.after)
        for change in theme.changes.order_by("id")
    ]


def test_each_step_of_a_theme_is_kept_with_what_it_was_before(worker):
    theme = ThemeFactory(name="Moves", by=worker)
    above = ThemeFactory(codebook=theme.codebook, name="Home")
    word_theme(theme, name="Moving", example="So fast.", by=worker)
    move_theme(theme, parent=above, by=worker)
    retire_theme(theme, by=worker)
    use_theme_again(theme, by=worker)
    made, *rest = steps(theme)
    assert made[:2] == ("made", {})
    assert (made[2]["name"], made[2]["state"]) == ("Moves", "agreed")
    assert rest == [
        (
            "worded",
            {"name": "Moves", "example": ""},
            {"name": "Moving", "example": "So fast."},
        ),
        ("moved", {"parent": None}, {"parent": above.pk}),
        ("retired", {"state": "agreed"}, {"state": "retired"}),
        ("used_again", {"state": "retired"}, {"state": "agreed"}),
    ]
    assert set(theme.changes.values_list("by", flat=True)) == {worker.pk}


def test_wording_that_changes_nothing_is_no_step(worker):
    theme = ThemeFactory()
    word_theme(theme, name=theme.name, by=worker)
    assert [kind for kind, *_rest in steps(theme)] == ["made"]


def test_a_form_that_was_filled_in_does_not_hide_what_was_before(worker):
    theme = ThemeFactory(name="Moves")
    theme.name = "Moving"
    word_theme(theme, name="Moving", by=worker)
    assert steps(theme)[-1] == ("worded", {"name": "Moves"}, {"name": "Moving"})


def test_fall_backs_have_a_history_too():
    kinds = CodebookFactory().themes.values_list("changes__kind", flat=True)
    assert list(kinds) == ["made", "made"]


def test_a_proposed_theme_is_agreed_on_once(worker):
    theme = ThemeFactory(state="proposed")
    agree_theme(theme, by=worker)
    assert Theme.objects.get(pk=theme.pk).state == "agreed"
    assert steps(theme)[-1] == ("agreed", {"state": "proposed"}, {"state": "agreed"})
    with pytest.raises(NotProposed):
        agree_theme(theme, by=worker)
    retire_theme(theme, by=worker)
    with pytest.raises(NotProposed):
        agree_theme(theme, by=worker)


def test_a_part_has_no_parts_and_a_theme_is_part_of_its_own_codebook(worker):
    above = ThemeFactory()
    part = ThemeFactory(codebook=above.codebook, parent=above)
    alone = ThemeFactory(codebook=above.codebook)
    retired = ThemeFactory(codebook=above.codebook)
    retire_theme(retired, by=worker)
    fall_back = above.codebook.themes.get(kind="no_reason")
    for theme, parent in (
        (alone, part),
        (above, alone),
        (alone, alone),
        (alone, ThemeFactory()),
        (alone, retired),
        (alone, fall_back),
        (fall_back, above),
    ):
        with pytest.raises(NotThere):
            move_theme(theme, parent=parent, by=worker)
    with pytest.raises(NotThere):
        add_theme(above.codebook, name="x", sentence="y", parent=part, by=worker)
    assert Theme.objects.filter(parent=None).count() == Theme.objects.count() - 1


def test_moving_where_it_stands_is_no_step(worker):
    theme = ThemeFactory()
    move_theme(theme, parent=None, by=worker)
    assert ThemeChange.objects.filter(theme=theme, kind="moved").count() == 0


def test_parts_of_a_retired_theme_move_up(worker):
    above = ThemeFactory()
    part = ThemeFactory(codebook=above.codebook, parent=above)
    retire_theme(above, by=worker)
    part.refresh_from_db()
    assert (part.parent, part.state) == (None, "agreed")
    assert steps(part)[-1] == ("moved", {"parent": above.pk}, {"parent": None})


def test_a_theme_used_again_stands_alone_when_what_it_was_part_of_is_gone(worker):
    above = ThemeFactory()
    part = ThemeFactory(codebook=above.codebook, parent=above)
    retire_theme(part, by=worker)
    move_theme(above, parent=None, by=worker)
    retire_theme(above, by=worker)
    Theme.objects.filter(pk=part.pk).update(parent=above)
    part.refresh_from_db()
    use_theme_again(part, by=worker)
    assert Theme.objects.get(pk=part.pk).parent is None


def test_words_are_kept_as_any_file_can_carry_them(worker):
    theme = ThemeFactory(
        name=" Moves\tand \x0bbags ",
        sentence="One\r\nline.",
        include="a\r\nb\x00\rc\ufffe ",
    )
    theme.refresh_from_db()
    assert (theme.name, theme.sentence) == ("Moves and bags", "One line.")
    assert theme.include == "a\nb\nc"


def test_a_memo_is_kept_beside_its_theme(worker):
    theme = ThemeFactory()
    memo = write_theme_memo(theme, text=" Ask Ana. ", by=worker)
    assert list(theme.memos.all()) == [memo]
    assert (memo.text, memo.by) == ("Ask Ana.", worker)
