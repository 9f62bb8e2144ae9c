"""Two people code the same comments apart, and settle what they heard differently."""

import re

import pytest

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, EditionFactory, ResponseFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from tests.journeys.test_whole_loop import follow, good, press
from voice.themes.models import DoubleCoding, Tag

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SAID = (
    "every time i have to tell my life story again",
    "moved 3 times since summer",
    "she is nice",
    "i want to see my sister more",
)
MOVES, WORKERS = "1", "2"


@pytest.fixture
def question(visit):
    """Return a question with four kept comments and two themes to hear in them."""
    CouncilFactory()
    HelpLineFactory()
    edition = EditionFactory()
    for words in SAID:
        response = ResponseFactory(edition=edition, finished=True)
        ReadingFactory(
            approved=True, comment=CommentFactory(response=response, words=words)
        )
    codebook = CodebookFactory(consultations=[edition.survey.consultation])
    ThemeFactory(codebook=codebook, name="Moves")
    ThemeFactory(
        codebook=codebook,
        name="Workers keep changing",
        sentence="Young people say their worker keeps changing.",
    )
    return edition.survey.question_rows.get(key="do_more")


@pytest.fixture
def coders(question, signed_in):
    """Return the laptop of one coder, and the phone of another."""
    noor, callum = (UserFactory(worker=True, name=name) for name in ("Noor", "Callum"))
    return signed_in(noor, PASSWORD, laptop=True), signed_in(callum, PASSWORD)


def words_shown(coder):
    """Return the words of the comment on the screen."""
    return coder.page.locator("[data-words]").inner_text()


def code_by_keys(coder, heard):
    """Hear in each comment what `heard` says of its words, by keys alone."""
    for place in range(1, len(SAID) + 1):
        coder.page.wait_for_selector("[data-keys-on]")
        assert coder.page.locator("h1").inner_text() == f"Code comment {place}"
        good(coder)
        coder.page.keyboard.press(heard[words_shown(coder)])
        with coder.page.expect_navigation():
            coder.page.keyboard.press("n")


def code_by_hand(coder, heard):
    """The same, by ticking boxes."""
    boxes = {MOVES: "Moves", WORKERS: "Workers keep changing"}
    for _place in SAID:
        name = boxes[heard[words_shown(coder)]]
        coder.page.locator("label", has_text=name).first.click()
        press(coder, "Save and go on")


def test_two_people_code_apart_differ_once_and_settle_it(question, coders):
    noor, callum = coders
    noor.go(f"/desk/themes/questions/{question.pk}/")
    follow(noor, "Agreement between coders")
    good(noor)
    assert "until a second person has coded" in noor.page.locator("main").inner_text()
    for name in ("Noor", "Callum"):
        noor.page.get_by_label(name, exact=True).check()
    press(noor, "Draw it")
    good(noor)
    follow(noor, "Code your comments")
    heard = dict(zip(SAID, (WORKERS, MOVES, WORKERS, MOVES), strict=True))
    code_by_keys(noor, heard)
    assert "Callum: 0 of 4" in noor.page.locator("main").inner_text()

    callum.go(f"/desk/themes/questions/{question.pk}/agreement/")
    good(callum)
    assert "See what was heard differently" not in callum.page.content()
    follow(callum, "Code your comments")
    good(callum)
    code_by_hand(callum, heard | {SAID[3]: WORKERS})

    text = callum.page.locator("main").inner_text()
    assert "People hear too different things" in text
    good(callum)
    follow(callum, "See what was heard differently")
    good(callum)
    assert SAID[3] in callum.page.locator("main").inner_text()
    form = callum.page.locator("li", has_text=SAID[3]).locator("form").last
    form.locator("label", has_text="Moves").click()
    press(callum, "Settle")
    assert "0 comments are left" in callum.page.locator("main").inner_text()
    press(callum, "Tag them so")
    good(callum)
    said = Tag.objects.values_list("theme__name", flat=True)
    assert sorted(said) == ["Moves"] * 2 + ["Workers keep changing"] * 2

    follow(callum, re.compile("^Agreement:"))
    follow(callum, "End it")
    good(callum)
    press(callum, "End it")
    assert DoubleCoding.objects.get().ended_by.name == "Callum"
