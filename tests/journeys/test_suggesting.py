"""Taking up suggestions: one by a key, then all that are sure, undone and done again."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.suggestions import Heard, SuggestionFactory, TrainingFactory
from tests.journeys.test_worlds import arrive, good, opened, send, settled
from voice.themes.models import Tag

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def keyed(there, key):
    """Press a key, and wait until the page it leads to stands."""
    with there.page.expect_navigation():
        there.page.keyboard.press(key)
    settled(there)


@pytest.fixture
def heard():
    """Return a question with three comments: one likely to say a theme, two sure to."""
    CouncilFactory()
    HelpLineFactory()
    made = Heard()
    made.say("ring me back")
    training = TrainingFactory(question=made.question)
    for words, likeliness in (
        ("moved again", "likely"),
        ("black bags", "sure"),
        ("three moves", "sure"),
    ):
        SuggestionFactory(
            reading=made.say(words),
            theme=made.moves,
            training=training,
            likeliness=likeliness,
            score=0.95 if likeliness == "sure" else 0.6,
        )
    return made


def test_a_suggestion_is_accepted_by_a_key_and_then_all_that_are_sure(visit, heard):
    worker = UserFactory(worker=True, name="Noor Ellery")
    there = arrive(visit, worker, laptop=True)
    page = there.page
    likely = page.locator(".tagging-comment", has_text="moved again")
    opened(there, reverse("themes:tagging", args=[heard.question.pk]))
    expect(page.locator(".chip")).to_have_count(3)
    send(there, likely.locator(".tag-open"))
    expect(likely.locator(".chip")).to_contain_text("Likely")

    keyed(there, "a")
    assert [tag.by for tag in Tag.objects.all()] == [worker]
    expect(likely.locator(".chip")).to_have_count(0)
    expect(likely.locator(".tag")).to_contain_text(heard.moves.name)
    good(there)

    keyed(there, "Shift+A")
    expect(page.locator(".undo-bar")).to_contain_text("2 suggestions accepted.")
    good(there)
    assert Tag.objects.filter(suggestion__isnull=False).count() == 3
    keyed(there, "u")
    assert Tag.objects.count() == 1


def test_groups_and_how_right_suggestions_are_open_well(visit, heard):
    for at in range(8):
        heard.say(f"moved again with my bags {at}")
    there = arrive(visit, UserFactory(worker=True, name="Noor Ellery"))
    main = opened(there, reverse("themes:groups", args=[heard.question.pk]))
    expect(main.locator(".comment-group").first).to_be_visible()
    send(there, main.locator(".comment-group a.button"))
    good(there)
    opened(there, reverse("themes:accuracy", args=[heard.question.pk]))


@pytest.mark.parametrize(
    "options",
    [
        {"locale": "en-GB"},
        {"locale": "ur-PK"},
        {"locale": "en-GB", "java_script_enabled": False},
    ],
    ids=["on a phone", "on a phone in Urdu", "without script"],
)
def test_a_suggestion_is_accepted_by_a_tap(visit, heard, options):
    worker = UserFactory(worker=True, name="Noor Ellery")
    there = arrive(visit, worker, is_mobile=True, has_touch=True, **options)
    page = there.page
    likely = page.locator(".tagging-comment", has_text="moved again")
    opened(there, reverse("themes:tagging", args=[heard.question.pk]))
    right_to_left = page.locator("html").get_attribute("dir") == "rtl"
    assert right_to_left == (options["locale"] == "ur-PK")

    chip = likely.locator(".chip")
    assert chip.bounding_box()["height"] >= 44
    send(there, chip)
    assert [(tag.by, tag.theme) for tag in Tag.objects.all()] == [(worker, heard.moves)]
    expect(likely.locator(".chip")).to_have_count(0)
    expect(likely.locator(".tag")).to_contain_text(heard.moves.name)
    good(there)
