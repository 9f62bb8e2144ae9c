"""Numbers of an earlier round come in as a file, and all answers go out as one."""

import csv

import pytest
from playwright.sync_api import expect

from surveys.logic.grid import grid_of_csv
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.releases import AnsweredSurveyFactory
from tests.factories.surveys import SurveyMemberFactory
from tests.journeys.test_whole_loop import follow, good, press
from voice.releases.models import EarlierRound, Export

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NUMBERS = {
    "people:answered": "233",
    "question:know_worker": "233",
    "question:know_worker:yes": "149",
    "question:know_worker:no": "84",
}
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest.fixture
def survey():
    return AnsweredSurveyFactory()


@pytest.fixture
def worker(signed_in, survey):
    """Return a function that signs in a worker who runs the survey."""

    def arrived(**options):
        user = UserFactory(worker=True)
        SurveyMemberFactory(survey=survey, user=user)
        return signed_in(user, PASSWORD, **options)

    return arrived


def taken(page, name, role="link"):
    """Return the content of the file that a link or button gives."""
    with page.expect_download() as kept:
        page.get_by_role(role, name=name).click()
    return kept.value.path().read_bytes()


def filled_in(sheet, numbers, folder):
    """Return the sheet as somebody fills it in and saves it."""
    rows = grid_of_csv(sheet)
    place = folder / "round.csv"
    with place.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [*row[:3], numbers.get(row[0], "")] if at > 2 else row
            for at, row in enumerate(rows)
        )
    return place


def say(there, file):
    """Fill the form in, and ask to see what others would see."""
    page = there.page
    page.get_by_label("What the round was called").fill("My care, spring 2024")
    page.get_by_label("Where its numbers come from").fill(
        "Another tool, export of June"
    )
    page.get_by_label("The day it closed").fill("2024-05-31")
    page.get_by_label("Who was asked").fill("8 to 17 in care")
    page.get_by_label("How many could have answered").fill("487")
    page.locator("input[type=file]").set_input_files(file)
    press(there, "See what others would see")
    good(there)


@SCRIPT
def test_earlier_round_comes_in_protected_after_it_was_looked_at(
    worker, survey, tmp_path, script
):
    there = worker(java_script_enabled=script)
    page = there.page
    there.go("/desk/releases/")
    follow(there, "Earlier rounds")
    good(there)
    sheet = taken(page, "The sheet as CSV")
    say(there, filled_in(sheet, NUMBERS | {"question:know_worker": "many"}, tmp_path))
    expect(page.get_by_text("What to put right in the file")).to_be_visible()
    expect(page.get_by_label("What the round was called")).to_have_value(
        "My care, spring 2024"
    )
    say(there, filled_in(sheet, NUMBERS, tmp_path))
    expect(page.locator("h1")).to_contain_text("As others would see it")
    expect(page.get_by_text("About 235 of 485 who were asked")).to_be_visible()
    assert not EarlierRound.objects.exists()
    press(there, "Keep this round")
    good(there)
    expect(page.get_by_text("It stands beside what comes after")).to_be_visible()
    assert "149" not in page.locator("main").inner_text()
    follow(there, "Rounds side by side")
    good(there)
    expect(page.get_by_text("My care, spring 2024").first).to_be_visible()


@SCRIPT
def test_all_answers_are_asked_for_with_a_reason_taken_and_destroyed(
    worker, survey, script
):
    there = worker(java_script_enabled=script)
    page = there.page
    there.go(f"/desk/releases/answers/{survey.slug}/")
    good(there)
    press(there, "Make the file")
    good(there)
    assert not Export.objects.exists()
    page.get_by_role("textbox").fill("To look at it with the youth council")
    press(there, "Make the file")
    good(there)
    expect(page.get_by_text("Your file is ready")).to_be_visible()
    lines = (
        taken(page, "Take the file (CSV)", "button").decode("utf-8-sig").splitlines()
    )
    assert len(lines) == 1 + Export.objects.get().rows_done
    press(there, "Destroy it now")
    good(there)
    expect(page.get_by_text("The file is destroyed")).to_be_visible()
    expect(page.get_by_role("button", name="Take the file (CSV)")).to_have_count(0)
