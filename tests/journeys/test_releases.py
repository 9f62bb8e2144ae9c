"""Releases at the desk: two sign, an intruder is refused, words for nine, a recall."""

import re

import pytest
from playwright.sync_api import expect

from surveys.models import Response
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.releases import AnsweredSurveyFactory, comment_on, tagged
from tests.factories.statement import KeyThemeFactory, StatementFactory
from tests.factories.surveys import SurveyMemberFactory
from tests.journeys.test_whole_loop import arrive_by, follow, good, press
from voice.releases.models import Recall, Release
from voice.statement.domain.evidence import cite_quote, cite_result

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WORDS = "come wen u say"
WHY = "A class had answered for another one."


@pytest.fixture
def people():
    """Return two workers who sign, and one who reads at the board."""
    return [UserFactory(worker=True), UserFactory(worker=True), UserFactory(board=True)]


def run_by(people, survey):
    """Have both workers run the survey; return it."""
    for worker in people[:2]:
        SurveyMemberFactory(survey=survey, user=worker)
    return survey


def propose(worker, survey):
    """Read what would be told and sign first."""
    worker.go(f"/desk/releases/of/{survey.slug}/")
    good(worker)
    press(worker, "Propose and sign")
    good(worker)


def sign(second):
    """Sign what waits, after being asked once more."""
    second.go("/desk/releases/")
    follow(second, re.compile("release$"))
    good(second)
    follow(second, "Sign and issue")
    good(second)
    press(second, "Sign and issue")
    expect(second.page.get_by_text("Issued. It can be seen and cited")).to_be_visible()


def recall(worker, release):
    """Take a release back in two steps, the reason changed on the way."""
    worker.go(f"/desk/releases/{release.pk}/")
    follow(worker, "Recall this release")
    good(worker)
    page = worker.page
    page.get_by_label("Why is it recalled?").fill("It counted 3 of them twice.")
    press(worker, "Go on")
    good(worker)
    expect(page.get_by_text("Leave numbers and dates out").first).to_be_visible()
    page.get_by_label("Why is it recalled?").fill("Not this.")
    press(worker, "Go on")
    good(worker)
    press(worker, "Change the reason")
    expect(page.get_by_label("Why is it recalled?")).to_have_value("Not this.")
    page.get_by_label("Why is it recalled?").fill(WHY)
    press(worker, "Go on")
    expect(page.get_by_text(WHY)).to_be_visible()
    expect(page.get_by_role("heading", name="What cites it")).to_be_visible()
    assert not Recall.objects.exists()
    press(worker, "Recall it")
    good(worker)
    expect(page.get_by_text("this release counts no more")).to_be_visible()


def test_two_sign_one_recalls_the_board_reads_why_and_two_correct(signed_in, people):
    survey = run_by(people, AnsweredSurveyFactory())
    reading = comment_on(Response.objects.first(), WORDS)
    worker, second, board = (signed_in(one, PASSWORD) for one in people)
    worker.go(f"/desk/releases/of/{survey.slug}/")
    good(worker)
    worker.page.locator("label", has_text=WORDS).first.click()
    press(worker, "Propose and sign")
    sign(second)
    first = Release.objects.get()
    assert first.quotes.get().comment == reading.comment
    key_theme = KeyThemeFactory(statement=StatementFactory())
    given = {"key_theme": key_theme, "stance": "supports", "by": people[0]}
    cite_quote(first.quotes.get(), **given)
    cite_result(first, question_key="know_worker", option_key="yes", **given)
    board.go(f"/board/key-themes/{key_theme.pk}/")
    expect(board.page.get_by_text(WORDS).first).to_be_visible()
    recall(worker, first)
    board.page.reload()
    good(board)
    expect(board.page.get_by_text(WHY)).to_be_visible()
    expect(board.page.get_by_text(WORDS)).to_have_count(0)
    worker.go("/desk/releases/")
    good(worker)
    follow(worker, re.compile("Propose a release"))
    press(worker, "Propose and sign")
    sign(second)
    board.page.reload()
    good(board)
    corrected = board.page.get_by_text("It was corrected since: Second release.")
    expect(corrected).to_be_visible()
    worker.go(f"/desk/releases/{first.pk}/")
    good(worker)
    follow(worker, "Second release")
    expect(
        worker.page.get_by_text("It comes after one that was recalled")
    ).to_be_visible()


def nine():
    """Return a closed survey of nine, all of whom wrote the same."""
    survey = AnsweredSurveyFactory(yes=6, no=3)
    readings = [comment_on(one, WORDS) for one in Response.objects.all()]
    tagged(survey, "Turning up", readings)
    return survey


def test_nine_are_told_of_in_words_alone_and_two_sign(signed_in, people):
    survey = run_by(people, nine())
    worker, second = (signed_in(one, PASSWORD) for one in people[:2])
    propose(worker, survey)
    sign(second)
    page = second.page
    expect(page.get_by_text("A small number of young people answered.")).to_be_visible()
    expect(page.get_by_text("Words only").first).to_be_visible()
    said = page.locator("main .release-part").all_inner_texts()
    typed = (survey.consultation.asked_who, "How safe do you feel, 0 to 10?")
    for words in typed:
        said = [one.replace(words, "") for one in said]
    assert re.findall(r"\d", " ".join(said)) == []


def test_release_that_pins_one_of_nine_is_refused_until_it_is_left_out(
    signed_in, people
):
    survey = run_by(people, AnsweredSurveyFactory(yes=6, no=3))
    reading = comment_on(Response.objects.first(), "They open my letters.")
    tagged(survey, "Letters are opened", [reading], heard_from_few=True)
    worker = signed_in(people[0], PASSWORD)
    propose(worker, survey)
    page = worker.page
    refused = page.get_by_role("heading", name="This cannot be released as it is")
    expect(refused).to_be_visible()
    assert not Release.objects.exists()
    page.get_by_role("link", name="Choose what to leave out").click()
    expect(page.locator("[name=leave_out]").first).to_be_checked()
    arrive_by(worker, page.get_by_role("button", name="Propose and sign"))
    good(worker)
    assert Release.objects.get().is_waiting
