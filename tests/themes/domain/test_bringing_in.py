from dataclasses import replace
from uuid import uuid4

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory
from tests.factories.themes import CodebookFactory, TagFactory, ThemeFactory
from voice.audit.models import Entry
from voice.themes.domain.bringing_in import bring_in_codebook, codebook_from_file
from voice.themes.domain.codebooks import ThemeExists, retire_theme
from voice.themes.domain.merging import merge_themes
from voice.themes.domain.moving import NotThere, move_theme
from voice.themes.exports.codebook import take_out_codebook
from voice.themes.logic.codebook_file import (
    BadCodebook,
    CodebookFile,
    InLanguage,
    ThemeLine,
    as_json,
    from_json,
)
from voice.themes.logic.codebook_xlsx import read_xlsx
from voice.themes.logic.refi_qdc import read_qdc
from voice.themes.models import Codebook, Theme, ThemeChange
from voice.themes.queries.exchange import codebook_file, plan_of

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def codebook(worker):
    """Return a codebook with a part, a proposed theme, a retired and a merged one."""
    made = CodebookFactory(title="What we hear")
    home = ThemeFactory(codebook=made, name="Home", colour="rust", include="=1+1\nx")
    worded = {
        "pl": {"words": "Gdzie mieszkam.", "of": "Another sentence."},
        "ur": {"words": "ہمارا گھر", "of": home.sentence},
    }
    type(home).objects.filter(pk=home.pk).update(wordings=worded)
    ThemeFactory(codebook=made, name="Bags", parent=home, heard_from_few=True)
    ThemeFactory(codebook=made, name="Dogs", state="proposed", example="Woof.")
    retire_theme(ThemeFactory(codebook=made, name="Old"), by=worker)
    merge_themes(ThemeFactory(codebook=made, name="Double"), into=home, by=worker)
    return made


def forget(codebook):
    """Give everything of a codebook other guids, as if it had never been here."""
    for row in (codebook, *codebook.themes.all()):
        type(row).objects.filter(pk=row.pk).update(guid=uuid4())


@pytest.mark.parametrize(("kind", "read"), [("qdc", read_qdc), ("xlsx", read_xlsx)])
def test_a_codebook_taken_out_makes_the_same_one_elsewhere(
    codebook, worker, kind, read
):
    content = take_out_codebook(codebook, kind, by=worker)
    before = codebook_file(codebook)
    forget(codebook)
    made = codebook_from_file(
        read(content),
        title="What we hear",
        consultations=[ConsultationFactory()],
        by=worker,
    )
    assert codebook_file(made) == before
    if kind == "qdc":
        assert take_out_codebook(made, kind, by=worker) == content


@pytest.mark.parametrize(("kind", "read"), [("qdc", read_qdc), ("xlsx", read_xlsx)])
def test_a_codebook_brought_back_unchanged_changes_nothing(
    codebook, worker, kind, read
):
    before = list(Theme.objects.order_by("pk").values())
    steps = ThemeChange.objects.count()
    content = take_out_codebook(codebook, kind, by=worker)
    done = bring_in_codebook(codebook, book=read(content), by=worker)
    assert (done.made, done.changed) == (0, 0)
    assert list(Theme.objects.order_by("pk").values()) == before
    assert ThemeChange.objects.count() == steps


def test_what_a_file_changes_is_changed_and_kept_in_history(codebook, worker):
    home = codebook.themes.get(name="Home")
    book = codebook_file(codebook)
    lines = [
        replace(line, name="Where I live")
        if line.name == "Home"
        else replace(line, parent="", state="agreed", sentence="They say more.")
        for line in book.themes
        if line.name in ("Home", "Dogs")
    ]
    lines.append(ThemeLine(None, "Cats", "Cats matter.", parent="Where I live"))
    book = replace(book, themes=tuple(lines))
    done = bring_in_codebook(codebook, book=book, by=worker)
    assert (done.made, done.changed) == (1, 2)
    home.refresh_from_db()
    assert home.name == "Where I live"
    assert codebook.themes.get(name="Cats").parent == home
    assert codebook.themes.get(name="Bags").parent == home
    change = home.changes.get(kind="brought_in")
    assert (change.before, change.after) == (
        {"name": "Home"},
        {"name": "Where I live"},
    )
    entry = Entry.objects.get(verb="themes.bring_in_codebook")
    assert entry.details["made"] == [codebook.themes.get(name="Cats").pk]


def test_words_of_a_file_are_added_and_languages_it_has_not_stay(codebook, worker):
    home = codebook.themes.get(name="Home")
    (line,) = [one for one in codebook_file(codebook).themes if one.name == "Home"]
    assert [one.language for one in line.in_languages] == ["pl", "ur"]
    said = (InLanguage("pa", "ਸਾਡਾ ਘਰ", home.sentence),)
    book = CodebookFile(None, "", (replace(line, in_languages=said),))
    (planned,) = plan_of(book, codebook=codebook)
    assert planned.changes == ("wordings",)
    bring_in_codebook(codebook, book=book, by=worker)
    was = home.wordings
    home.refresh_from_db()
    assert home.wordings == was | {"pa": {"words": "ਸਾਡਾ ਘਰ", "of": home.sentence}}
    assert list(home.changes.get(kind="brought_in").after) == ["wordings"]


def test_two_themes_may_swap_their_names_and_keep_their_tags(worker):
    tag = TagFactory()
    one = tag.theme
    two = ThemeFactory(codebook=one.codebook, name="Two")
    book = codebook_file(one.codebook)
    names = {one.name: "Two", "Two": one.name}
    lines = [
        replace(line, name=names.get(line.name, line.name)) for line in book.themes
    ]
    bring_in_codebook(one.codebook, book=replace(book, themes=tuple(lines)), by=worker)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.name, two.name) == ("Two", names["Two"])
    assert list(one.tags.all()) == [tag]


def test_a_name_of_a_theme_that_the_file_does_not_have_stops_all_of_it(
    codebook, worker
):
    dogs = codebook.themes.get(name="Dogs")
    lines = (
        ThemeLine(None, "Cats", "Cats matter."),
        ThemeLine(dogs.guid, "Home", "They say so."),
    )
    with pytest.raises(ThemeExists):
        bring_in_codebook(codebook, book=CodebookFile(None, "", lines), by=worker)
    assert not codebook.themes.filter(name="Cats").exists()
    assert Theme.objects.get(pk=dogs.pk).name == "Dogs"


def test_a_theme_with_parts_becomes_no_part(codebook, worker):
    home = codebook.themes.get(name="Home")
    lines = (
        ThemeLine(None, "Top", "They say so."),
        ThemeLine(home.guid, "Home", "They say so.", parent="Top"),
    )
    with pytest.raises(NotThere):
        bring_in_codebook(codebook, book=CodebookFile(None, "", lines), by=worker)


def test_a_theme_that_a_file_retires_lets_its_parts_stand_alone(codebook, worker):
    line = replace(codebook_file(codebook).themes[0], state="retired")
    assert line.name == "Dogs" or line.name == "Home"
    home = codebook.themes.get(name="Home")
    lines = (replace(line, name="Home", guid=home.guid, parent=""),)
    bring_in_codebook(codebook, book=CodebookFile(None, "", lines), by=worker)
    assert codebook.themes.get(name="Bags").parent is None
    assert codebook.themes.get(name="Home").state == "retired"


def test_a_theme_of_another_codebook_keeps_its_guid_and_the_file_finds_its_own(
    codebook, worker
):
    other = CodebookFactory()
    book = codebook_file(codebook)
    bring_in_codebook(other, book=book, by=worker)
    first = list(other.themes.order_by("pk").values("pk", "guid", "name"))
    assert not {row["guid"] for row in first} & set(
        codebook.themes.values_list("guid", flat=True)
    )
    done = bring_in_codebook(other, book=book, by=worker)
    assert (done.made, done.changed) == (0, 0)
    assert list(other.themes.order_by("pk").values("pk", "guid", "name")) == first


def test_fall_backs_are_found_by_kind_or_by_name_and_stay(codebook, worker):
    lines = (
        ThemeLine(
            uuid4(), "Anything else", "So.", kind="something_else", state="retired"
        ),
        ThemeLine(uuid4(), "No reason given", "They do not say why."),
    )
    bring_in_codebook(codebook, book=CodebookFile(None, "", lines), by=worker)
    found = codebook.themes.exclude(kind="theme").order_by("name")
    assert [(one.name, one.sentence, one.state) for one in found] == [
        ("Anything else", "So.", "agreed"),
        ("No reason given", "They do not say why.", "agreed"),
    ]


def test_what_was_shown_is_what_is_kept(codebook):
    book = codebook_file(codebook)
    assert from_json(as_json(book)) == book
    good = as_json(book)
    for bad in (
        None,
        [],
        {},
        good | {"guid": "x"},
        good | {"title": 1},
        good | {"themes": [good["themes"][0] | {"colour": "red"}]},
        good | {"themes": [good["themes"][0] | {"more": "x"}]},
        good | {"themes": [good["themes"][0] | {"heard_from_few": "no"}]},
        good | {"themes": [good["themes"][0] | {"name": 3}]},
        good | {"themes": [good["themes"][0] | {"in_languages": [{"language": "ur"}]}]},
        good | {"themes": [good["themes"][0] | {"in_languages": None}]},
        good | {"themes": []},
    ):
        with pytest.raises(BadCodebook):
            from_json(bad)


def test_the_plan_says_what_would_change_and_changes_nothing(codebook, worker):
    book = codebook_file(codebook)
    assert {one.changes for one in plan_of(book, codebook=codebook)} == {()}
    home = codebook.themes.get(name="Home")
    bags = codebook.themes.get(name="Bags")
    move_theme(bags, parent=None, by=worker)
    (changed,) = [one for one in plan_of(book, codebook=codebook) if one.changes]
    assert (changed.theme, changed.changes) == (bags, ("parent",))
    assert Theme.objects.get(pk=bags.pk).parent is None
    assert Codebook.objects.count() == 1
    assert home.state == "agreed"
