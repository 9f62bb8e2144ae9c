import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.suggestions import Heard, SuggestionFactory, TrainingFactory
from voice.themes.models import Suggestion, Tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def heard():
    return Heard()


def tagging(heard, **query):
    return reverse("themes:tagging", args=[heard.question.pk], query=query or None)


def buttons(page, kind):
    """Return the words of the buttons of one class."""
    return [
        page.parsed.text(one)
        for one in page.parsed.all("button")
        if one.get("class") == kind
    ]


def suggest(reading, *themes, likeliness="sure"):
    training = TrainingFactory(question=reading.comment.question)
    return [
        SuggestionFactory(
            reading=reading,
            theme=theme,
            training=training,
            likeliness=likeliness,
            score=0.95 - at / 10,
        )
        for at, theme in enumerate(themes)
    ]


def test_chips_stand_under_a_comment_with_a_word_for_the_score(desk, heard):
    reading = heard.say("moved again")
    suggest(reading, heard.moves, heard.workers, likeliness="likely")
    page = desk.get(tagging(heard))
    assert buttons(page, "chip") == ["aMoves Likely", "sWorkers Likely"]
    assert not Tag.objects.exists()


def test_without_a_learning_it_says_that_there_are_no_suggestions_yet(desk, heard):
    heard.say("moved again")
    page = desk.get(tagging(heard))
    assert "There are no suggestions yet" in page.parsed.text()
    assert buttons(page, "chip") == []


def test_one_comment_in_five_shows_none_and_says_why(desk, heard):
    reading = heard.say("moved again", held_back=True)
    suggest(reading, heard.moves)
    page = desk.get(tagging(heard))
    assert buttons(page, "chip") == []
    assert "one comment in five is tagged without them" in page.parsed.text()
    desk.post(
        reverse("themes:tag", args=[reading.comment_id]), {"theme": heard.moves.pk}
    )
    assert Tag.objects.get().is_unaided


def test_a_tag_made_by_hand_with_chips_on_the_screen_was_aided(desk, heard):
    reading = heard.say("moved again")
    suggest(reading, heard.moves)
    desk.post(
        reverse("themes:tag", args=[reading.comment_id]), {"theme": heard.workers.pk}
    )
    assert not Tag.objects.get().is_unaided


def test_a_chip_is_taken_up_and_the_comment_stays_open(desk, heard):
    reading = heard.say("moved again")
    (suggestion,) = suggest(reading, heard.moves)
    page = desk.post(
        reverse("themes:accept", args=[reading.comment_id]),
        {"theme": heard.moves.pk, "untagged": "1"},
        follow=True,
    )
    assert f"Tagged “{heard.moves.name}”." in page.parsed.text()
    assert page.redirect_chain[-1][0].startswith(
        tagging(heard) + "?untagged=1&comment="
    )
    assert Tag.objects.get().suggestion == suggestion


def test_a_theme_that_is_not_in_use_is_refused(desk, heard):
    reading = heard.say("moved again")
    page = desk.post(
        reverse("themes:accept", args=[reading.comment_id]),
        {"theme": Heard().moves.pk},
        follow=True,
    )
    assert "This theme is not in use here." in page.parsed.text()
    assert not Tag.objects.exists()


def test_all_that_are_sure_on_the_screen_are_accepted_and_can_be_undone(desk, heard):
    first, second = heard.say("moved again"), heard.say("moved twice")
    suggest(first, heard.moves, heard.workers)
    suggest(second, heard.moves, likeliness="likely")
    page = desk.get(tagging(heard))
    assert "Accept the 2 that are sure on this screen" in page.parsed.text()
    shown = [
        one.get("value")
        for one in page.parsed.all("input")
        if one.get("name") == "shown"
    ]
    assert len(shown) == 2
    page = desk.post(
        reverse("themes:accept_sure", args=[heard.question.pk]),
        {"shown": shown},
        follow=True,
    )
    assert "2 suggestions accepted." in page.parsed.text()
    assert {tag.comment for tag in Tag.objects.all()} == {first.comment}
    accepted = "-".join(str(tag.pk) for tag in Tag.objects.all())
    page = desk.post(
        reverse("themes:undo_sure", args=[heard.question.pk]),
        {"accepted": accepted},
        follow=True,
    )
    assert "2 tags removed." in page.parsed.text()
    assert not Tag.objects.exists()


def test_what_gave_way_since_the_screen_was_shown_is_left_and_told(desk, heard):
    reading = heard.say("moved again")
    suggest(reading, heard.moves)
    Suggestion.objects.update(likeliness="maybe")
    page = desk.post(
        reverse("themes:accept_sure", args=[heard.question.pk]),
        {"shown": [f"{reading.comment_id}/{heard.moves.pk}", "nonsense", "x/y"]},
        follow=True,
    )
    assert "Some were not sure any more" in page.parsed.text()
    assert not Tag.objects.exists()


def test_nobody_undoes_anothers_tags_nor_tags_made_by_hand(desk, heard):
    reading = heard.say("moved again")
    (suggestion,) = suggest(reading, heard.moves)
    own = heard.tag(reading, heard.workers)
    theirs = heard.tag(reading, heard.moves, suggestion=suggestion)
    page = desk.post(
        reverse("themes:undo_sure", args=[heard.question.pk]),
        {"accepted": f"{own.pk}-{theirs.pk}"},
        follow=True,
    )
    assert "0 tags removed." in page.parsed.text()
    assert Tag.objects.count() == 2


def test_chips_cost_the_same_queries_for_many_comments_as_for_few(
    desk, heard, django_assert_max_num_queries
):
    suggest(heard.say("moved again"), heard.moves)
    address = tagging(heard)
    with django_assert_max_num_queries(38):
        desk.get(address)
    for at in range(8):
        suggest(heard.say(f"moved {at} times"), heard.moves, heard.workers)
    with django_assert_max_num_queries(38):
        desk.get(address)


def test_of_a_tagged_comment_what_only_may_be_is_not_shown(desk, heard):
    reading = heard.say("moved again")
    heard.tag(reading, heard.workers)
    suggest(reading, heard.moves, likeliness="maybe")
    assert buttons(desk.get(tagging(heard)), "chip") == []
    Suggestion.objects.update(likeliness="likely")
    assert buttons(desk.get(tagging(heard)), "chip") == ["aMoves Likely"]
