import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory, translate
from tests.factories.surveys import (
    DEFINITION,
    CommentFactory,
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
)
from tests.factories.themes import TagFactory, ThemeFactory
from voice.themes.models import Codebook, Tag, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def tagging(reading, **query):
    return reverse(
        "themes:tagging", args=[reading.comment.question_id], query=query or None
    )


def theme_for(reading):
    consultation = reading.comment.survey.consultation
    return ThemeFactory(codebook__consultations=[consultation])


def test_a_codebook_is_made_and_changed(desk):
    consultation = ConsultationFactory()
    page = desk.post(
        reverse("themes:new_codebook"),
        {"title": "What children tell us", "consultations": [consultation.pk]},
        follow=True,
    )
    assert page.parsed.heading == "What children tell us"
    assert "Something else" in page.parsed.text()
    codebook = Codebook.objects.get()
    page = desk.post(
        reverse("themes:edit_codebook", args=[codebook.pk]),
        {"title": "Anew", "consultations": []},
    )
    assert "Choose at least one consultation." in page.parsed.text()
    assert "Anew" in [box.get("value") for box in page.parsed.all("input")]


def test_a_theme_of_one_word_is_saved_with_a_warning(desk):
    theme = ThemeFactory()
    page = desk.post(
        reverse("themes:new_theme", args=[theme.codebook_id]),
        {"name": "Bags", "sentence": "Bags", "colour": "moss", "state": "agreed"},
        follow=True,
    )
    assert "only a word or two" in page.parsed.text()
    page = desk.post(
        reverse("themes:new_theme", args=[theme.codebook_id]),
        {
            "name": "Bags",
            "sentence": "zanzibar",
            "colour": "moss",
            "state": "agreed",
        },
    )
    assert "There is a theme of this name already." in page.parsed.text()
    assert "zanzibar" in [box.get("value") for box in page.parsed.all("input")]


def test_a_theme_is_worded_retired_and_used_again(desk):
    theme = ThemeFactory()
    desk.post(
        reverse("themes:edit_theme", args=[theme.pk]),
        {"name": "Bags", "sentence": "Things go in bags.", "colour": "moss"},
    )
    page = desk.post(reverse("themes:retire", args=[theme.pk]), follow=True)
    assert page.parsed.heading == "Bags"
    assert "Retired" in page.parsed.text()
    desk.post(reverse("themes:use_again", args=[theme.pk]))
    assert Theme.objects.get(pk=theme.pk).state == "agreed"


def test_tagging_stays_with_the_comment_and_can_be_undone(desk):
    reading = ReadingFactory(approved=True)
    theme = theme_for(reading)
    page = desk.post(
        reverse("themes:tag", args=[reading.comment_id]),
        {"theme": theme.pk, "start": "", "end": ""},
        follow=True,
    )
    assert f"Tagged “{theme.name}”." in page.parsed.text()
    tag = Tag.objects.get()
    assert (tag.start, tag.end) == (0, Tag.WHOLE)
    page = desk.post(reverse("themes:untag", args=[tag.pk]), follow=True)
    assert f"Removed “{theme.name}”." in page.parsed.text()
    assert not Tag.objects.exists()


def test_a_passage_is_tagged_and_shown(desk):
    reading = ReadingFactory(approved=True, comment__words="black bags again")
    theme = theme_for(reading)
    page = desk.post(
        reverse("themes:tag", args=[reading.comment_id]),
        {"theme": theme.pk, "start": 6, "end": 10},
        follow=True,
    )
    (quoted,) = [
        page.parsed.text(one) for one in page.parsed.all("q") if page.parsed.text(one)
    ]
    assert quoted == "bags"


def test_a_refused_tag_says_why(desk):
    reading = ReadingFactory(approved=True)
    page = desk.post(
        reverse("themes:tag", args=[reading.comment_id]),
        {"theme": ThemeFactory().pk},
        follow=True,
    )
    assert "Choose one of the themes." in page.parsed.text()
    page = desk.post(
        reverse("themes:tag", args=[reading.comment_id]),
        {"theme": theme_for(reading).pk, "start": 5, "end": 999},
        follow=True,
    )
    assert "Select some of the comment's words first." in page.parsed.text()
    assert not Tag.objects.exists()


def test_only_comments_without_a_theme_are_shown_when_asked(desk):
    tag = TagFactory()
    response = ResponseFactory(edition=tag.comment.response.edition, finished=True)
    ReadingFactory(
        approved=True,
        comment=CommentFactory(response=response, words="untagged words"),
    )
    page = desk.get(tagging(tag.comment.reading, untagged=1))
    assert "untagged words" in page.parsed.text()
    assert tag.comment.reading.kept_text() not in page.parsed.text()
    assert "1 of 2 tagged" in page.parsed.text()


def test_lists_cost_the_same_for_many_as_for_few(desk, django_assert_max_num_queries):
    tag = TagFactory()
    edition = tag.comment.response.edition
    for _ in range(9):
        response = ResponseFactory(edition=edition, finished=True)
        reading = ReadingFactory(
            approved=True, comment=CommentFactory(response=response)
        )
        TagFactory(reading=reading, theme=tag.theme)
    with django_assert_max_num_queries(37):
        desk.get(tagging(tag.comment.reading))
    with django_assert_max_num_queries(17):
        desk.get(reverse("themes:theme", args=[tag.theme_id]))
    with django_assert_max_num_queries(16):
        desk.get(reverse("themes:themes"))
    with django_assert_max_num_queries(12):
        desk.get(reverse("themes:codebook", args=[tag.theme.codebook_id]))


def test_hostile_words_are_shown_as_text(desk):
    words = '<script>alert(1)</script> " onmouseover=x {{ 1 }}'
    tag = TagFactory(reading__comment__words=words)
    for address in (
        tagging(tag.comment.reading),
        reverse("themes:theme", args=[tag.theme_id]),
    ):
        assert words in desk.get(address).parsed.text()


POLISH = "Przychodzi, kiedy mówi"


def test_an_approved_translation_stands_beside_the_words_in_tagging_and_themes(desk):
    reading = ReadingFactory(approved=True, comment__words=POLISH)
    translate(reading, "comes wen she says", by=UserFactory(worker=True))
    theme = TagFactory(reading=reading).theme
    for address in (tagging(reading), reverse("themes:theme", args=[theme.pk])):
        text = desk.get(address).parsed.text()
        assert POLISH in text
        assert "comes wen she says" in text
        assert "translated by a person from Polish" in text


def test_a_translation_that_nobody_approved_is_not_shown_in_themes(desk):
    reading = ReadingFactory(approved=True, comment__words=POLISH)
    translate(reading, "zanzibarquokka", by=UserFactory(worker=True), show=False)
    text = desk.get(tagging(reading)).parsed.source
    assert POLISH in text
    assert "zanzibarquokka" not in text


URDU = "نوجوان کہتے ہیں کہ گھر اچانک بدلے جاتے ہیں۔"


def worded(desk, theme, **said):
    """Word a theme anew on its form, where nothing else of it changes."""
    fields = {
        "name": theme.name,
        "sentence": theme.sentence,
        "colour": theme.colour,
        **said,
    }
    return desk.post(reverse("themes:edit_theme", args=[theme.pk]), fields, follow=True)


def test_a_sentence_is_said_in_other_languages_and_history_tells_it(desk):
    theme = ThemeFactory()
    worded(desk, theme, in_ur=URDU)
    theme.refresh_from_db()
    assert theme.wordings == {"ur": {"words": URDU, "of": theme.sentence}}
    page = desk.get(reverse("themes:theme_history", args=[theme.pk]))
    assert URDU in page.parsed.text()


def test_who_changes_the_sentence_is_asked_whether_the_other_words_still_fit(desk):
    theme = ThemeFactory()
    worded(desk, theme, in_ur=URDU)
    was, anew = theme.sentence, "Young people say moves come without warning."
    worded(desk, theme, sentence=anew, in_ur=URDU)
    page = desk.get(reverse("themes:edit_theme", args=[theme.pk]))
    assert f"They were written for: “{was}”" in page.parsed.text()
    worded(desk, theme, sentence=anew, in_ur=URDU, fits_ur="on")
    theme.refresh_from_db()
    assert theme.wordings["ur"]["of"] == anew


def test_a_number_the_sentence_has_not_is_refused_and_what_was_typed_stays(desk):
    theme = ThemeFactory()
    page = worded(desk, theme, in_pl="Mówi to 40 osób.")
    assert "The sentence has no 40. Say it without." in page.parsed.text()
    typed = [box.get("value") for box in page.parsed.all("input")]
    assert "Mówi to 40 osób." in typed
    theme.refresh_from_db()
    assert theme.wordings == {}


def test_a_new_theme_is_said_in_the_languages_of_its_codebook(desk):
    codebook = ThemeFactory().codebook
    fields = {
        "name": "Bags",
        "sentence": "Young people say their things go in bags.",
        "colour": "moss",
        "state": "agreed",
        "in_ur": URDU,
    }
    desk.post(reverse("themes:new_theme", args=[codebook.pk]), fields)
    made = Theme.objects.get(name="Bags")
    assert made.wordings["ur"]["words"] == URDU


def test_a_theme_tells_in_which_languages_asked_its_sentence_is_not_said(desk):
    survey = EditionFactory(
        definition={**DEFINITION, "languages": ["en", "pl", "ur"]}
    ).survey
    theme = ThemeFactory(codebook__consultations=[survey.consultation])
    address = reverse("themes:theme", args=[theme.pk])
    edit = reverse("themes:edit_theme", args=[theme.pk])
    told = "Young people were asked in %s too, and read this sentence in English."
    page = desk.get(address)
    assert told % "Polish, Urdu" in page.parsed.text()
    assert edit in [link.get("href") for link in page.parsed.all("a")]
    worded(desk, theme, in_ur=URDU)
    assert told % "Polish" in desk.get(address).parsed.text()
    worded(desk, theme, in_ur=URDU, in_pl="M\u00f3wi\u0105 co\u015b.")
    assert "Young people were asked in" not in desk.get(address).parsed.text()


def test_words_for_an_earlier_sentence_are_missed_and_a_retired_theme_misses_none(desk):
    survey = EditionFactory(definition={**DEFINITION, "languages": ["en", "ur"]}).survey
    theme = ThemeFactory(codebook__consultations=[survey.consultation])
    worded(desk, theme, in_ur=URDU)
    worded(desk, theme, in_ur=URDU, sentence="Young people say moves hurt.")
    address = reverse("themes:theme", args=[theme.pk])
    assert "Young people were asked in Urdu too" in desk.get(address).parsed.text()
    Theme.objects.filter(pk=theme.pk).update(state="retired")
    assert "Young people were asked in" not in desk.get(address).parsed.text()
