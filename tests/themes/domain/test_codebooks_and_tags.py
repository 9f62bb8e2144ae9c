import pytest
from django.db import IntegrityError, transaction

from surveys.after_save import comment_saved
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.themes import CodebookFactory, TagFactory, ThemeFactory
from voice.audit.models import Entry
from voice.moderation.domain.reading import approve_comment, undo_decision
from voice.themes.domain.codebooks import (
    FallBackStays,
    ThemeExists,
    add_theme,
    change_codebook,
    retire_theme,
    sentence_is_too_short,
    use_theme_again,
    word_theme,
)
from voice.themes.domain.tags import (
    NoSuchPassage,
    NotKept,
    ThemeNotInUse,
    remove_tag,
    tag_comment,
)
from voice.themes.models import Tag, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def theme_for(reading):
    consultation = reading.comment.survey.consultation
    return ThemeFactory(codebook__consultations=[consultation])


def test_a_codebook_begins_with_its_two_fall_backs(worker):
    codebook = CodebookFactory()
    assert list(codebook.themes.values_list("name", "kind")) == [
        ("No reason given", "no_reason"),
        ("Something else", "something_else"),
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Theme.objects.create(
            codebook=codebook, name="Other", sentence="x", kind="no_reason"
        )


def test_a_name_is_used_once_a_codebook(worker):
    theme = ThemeFactory(name="Moves")
    with pytest.raises(ThemeExists):
        add_theme(theme.codebook, name="Moves", sentence="Again.", by=worker)
    other = add_theme(theme.codebook, name="Others", sentence="Again.", by=worker)
    with pytest.raises(ThemeExists):
        word_theme(other, name="Moves", by=worker)
    with pytest.raises(TypeError):
        word_theme(other, kind="no_reason", by=worker)
    add_theme(CodebookFactory(), name="Moves", sentence="Elsewhere.", by=worker)


def test_every_change_of_a_codebook_is_written_down(worker):
    theme = ThemeFactory()
    word_theme(theme, sentence="Young people say so.", by=worker)
    retire_theme(theme, by=worker)
    use_theme_again(theme, by=worker)
    change_codebook(theme.codebook, title="Anew", consultations=[], by=worker)
    verbs = Entry.objects.filter(actor=worker).order_by("at").values_list("verb")
    assert [verb for (verb,) in verbs] == [
        "themes.word_theme",
        "themes.retire_theme",
        "themes.use_theme_again",
        "themes.change_codebook",
    ]


def test_fall_backs_stay(worker):
    for theme in CodebookFactory().themes.all():
        with pytest.raises(FallBackStays):
            retire_theme(theme, by=worker)


@pytest.mark.parametrize(
    ("sentence", "short"),
    [("Moves", True), ("Moves again", True), ("Moves are sudden", False)],
)
def test_a_sentence_of_a_word_or_two_is_too_short(sentence, short):
    assert sentence_is_too_short(sentence) is short


def test_a_comment_says_several_themes_and_each_passage_once(worker):
    reading = ReadingFactory(approved=True, comment__words="black bags again")
    theme = theme_for(reading)
    whole = tag_comment(reading.comment, theme=theme, by=worker)
    assert tag_comment(reading.comment, theme=theme, by=worker) == whole
    assert (
        tag_comment(reading.comment, theme=theme, by=worker, start=0, end=16) == whole
    )
    part = tag_comment(reading.comment, theme=theme, by=worker, start=0, end=10)
    other = add_theme(theme.codebook, name="Other", sentence="So.", by=worker)
    tag_comment(reading.comment, theme=other, by=worker)
    assert Tag.objects.count() == 3
    assert (part.start, part.end, part.by) == (0, 10, worker)
    assert Entry.objects.filter(verb="themes.tag").count() == 3


@pytest.mark.parametrize("place", [(5, 5), (0, 17), (16, 17), (9, 3)])
def test_a_passage_outside_the_kept_text_is_refused(worker, place):
    reading = ReadingFactory(approved=True, comment__words="black bags again")
    start, end = place
    with pytest.raises(NoSuchPassage):
        tag_comment(
            reading.comment,
            theme=theme_for(reading),
            by=worker,
            start=start,
            end=end,
        )


@pytest.mark.parametrize(
    "made",
    [
        {},
        {"withheld": True},
        {"passed_on": True},
        {"approved": True, "comment__finished": False},
        {"approved": True, "may_count": False, "may_quote": False},
    ],
)
def test_only_a_kept_comment_is_tagged(worker, made):
    reading = ReadingFactory(**made)
    with pytest.raises(NotKept):
        tag_comment(reading.comment, theme=theme_for(reading), by=worker)


def test_only_a_theme_in_use_for_the_consultation_is_tagged(worker):
    reading = ReadingFactory(approved=True)
    with pytest.raises(ThemeNotInUse):
        tag_comment(reading.comment, theme=ThemeFactory(), by=worker)
    theme = theme_for(reading)
    retire_theme(theme, by=worker)
    with pytest.raises(ThemeNotInUse):
        tag_comment(reading.comment, theme=theme, by=worker)


def test_removing_a_tag_is_written_down(worker):
    tag = TagFactory()
    place = {"start": tag.start, "end": tag.end, "theme": tag.theme_id}
    remove_tag(tag, by=worker)
    assert not Tag.objects.exists()
    (entry,) = Entry.objects.filter(verb="themes.remove_tag")
    assert entry.details == place | {"comment": str(tag.comment_id)}


def test_an_undo_drops_passages_and_keeps_whole_tags_for_when_it_is_kept_again(worker):
    whole = TagFactory()
    comment = whole.comment
    tag_comment(comment, theme=whole.theme, by=worker, start=0, end=4)
    undo_decision(comment.reading, version=2, by=worker)
    assert list(Tag.objects.all()) == [whole]
    reading = comment.reading
    reading.refresh_from_db()
    approve_comment(reading, version=3, may_count=True, may_quote=False, by=worker)
    assert list(Tag.objects.all()) == [whole]
    comment.write("other words")
    comment.save()
    comment_saved(comment)
    assert not Tag.objects.exists()


def test_an_empty_passage_is_refused_by_the_database():
    tag = TagFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Tag.objects.filter(pk=tag.pk).update(start=5, end=5)
