"""Tagging by the keyboard alone, on a page that is shown twice as large."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from tests.journeys.test_worlds import arrive, good, opened, settled
from voice.themes.models import BasketQuote, CommentMemo, Tag

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# A laptop of 1280 by 800 at 200 %.
TWICE = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
WORDS = ("the food is cold", "my worker changed again", "i miss my dog")
THEMES = 10


@pytest.fixture
def worker():
    """Return somebody who tags, with three kept comments and ten themes."""
    CouncilFactory()
    HelpLineFactory()
    first = ReadingFactory(approved=True, comment__words=WORDS[0])
    for words in WORDS[1:]:
        response = ResponseFactory(
            edition=first.comment.response.edition, finished=True
        )
        ReadingFactory(
            approved=True, comment=CommentFactory(response=response, words=words)
        )
    consultation = first.comment.survey.consultation
    codebook = CodebookFactory(consultations=[consultation])
    for number in range(1, THEMES):
        ThemeFactory(codebook=codebook, name=f"About {number}")
    ThemeFactory(codebook=codebook, name="Zoë’s café")
    return UserFactory(worker=True), first.comment.question


def press(there, key):
    """Press a key, and wait until the page it leads to stands."""
    with there.page.expect_navigation():
        there.page.keyboard.press(key)
    settled(there)


def tab_to(page, wanted):
    """Go on with the Tab key until what is wanted has the focus."""
    for _ in range(40):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"No way to {wanted} by the Tab key.")


def said():
    """Return each tag: the theme's name, and the words it is about."""
    return [
        (
            tag.theme.name,
            tag.comment.reading.kept_text()[tag.start : tag.end],
        )
        for tag in Tag.objects.order_by("pk").select_related(
            "theme", "comment__reading"
        )
    ]


def test_comments_are_tagged_by_keys_alone_at_twice_the_size(visit, worker):
    user, question = worker
    there = arrive(visit, user, **TWICE)
    page = there.page
    opened(there, reverse("themes:tagging", args=[question.pk]))
    good(there)
    page.keyboard.press("?")
    expect(page.locator("[data-keys]")).to_be_visible()
    good(there)
    page.keyboard.press("Escape")

    # By its number, and taken back.
    press(there, "2")
    assert said() == [("About 2", WORDS[0])]
    good(there)
    press(there, "u")
    assert said() == []

    # By its name, as far as it takes and whatever the accents; the tenth has no number.
    page.keyboard.press("/")
    page.keyboard.type("zoe")
    expect(page.locator(".tag-button:visible")).to_have_count(1)
    good(there)
    press(there, "Enter")
    assert said() == [("Zoë’s café", WORDS[0])]

    # Some of its words.
    page.keyboard.press("p")
    tab_to(page, "[name=from_word]")
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    tab_to(page, ".tag-button")
    good(there)
    press(there, "Enter")
    assert said()[1:] == [("About 1", "food")]

    # For the basket, and a memo.
    press(there, "b")
    assert BasketQuote.objects.get().end == Tag.WHOLE
    press(there, "m")
    good(there)
    tab_to(page, "[name=words]")
    page.keyboard.type("Ask the home about its kitchen.")
    tab_to(page, "main form [type=submit]")
    press(there, "Enter")
    assert CommentMemo.objects.get().read() == "Ask the home about its kitchen."
    expect(page.locator(".theme-memos")).to_contain_text("Ask the home")
    good(there)

    # On to the next, one at a time.
    press(there, "n")
    expect(page.locator("[data-open] .tagging-words")).to_have_text(WORDS[1])
    page.keyboard.press("o")
    tab_to(page, "[name=one]")
    page.keyboard.press("Space")
    press(there, "Enter")
    expect(page.locator(".tagging-words")).to_have_text([WORDS[0]])
    press(there, "n")
    expect(page.locator(".tagging-words")).to_have_text([WORDS[1]])
    good(there)

    opened(there, reverse("themes:basket"))
    expect(page.locator("blockquote")).to_have_text(WORDS[0])
    good(there)
