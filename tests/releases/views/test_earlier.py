"""Earlier rounds: the sheet out, what others would see of it, kept, taken out."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from surveys.logic.grid import grid_of_csv, grid_of_xlsx
from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    EarlierRoundFactory,
    ReleaseFactory,
)
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.accounts.enums import Role
from voice.releases.models import EarlierRound
from voice.themes.enums import ThemeState

pytestmark = pytest.mark.django_db
SAID = {
    "title": "My care, spring 2024",
    "source": "Viewpoint, export of 3 June",
    "held_on": "2024-05-31",
    "asked_who": "8 to 17 in care",
    "asked": "487",
}
# Unlike any number that a page has for another reason.
NUMBERS = {
    "people:answered": "233",
    "question:know_worker": "233",
    "question:know_worker:yes": "149",
    "question:know_worker:no": "84",
}


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    """Return a survey that was answered and closed."""
    return AnsweredSurveyFactory()


def address(survey, more=""):
    """Return the address of a survey's earlier rounds."""
    return f"/desk/releases/of/{survey.slug}/earlier/{more}"


def main_text(page):
    """Return what the main part of a page says."""
    return page.parsed.text(next(e for e in page.parsed.all("main")))


def sheet_of(client, survey, **numbers):
    """Take the sheet out, fill it in, and return it as a file."""
    page = client.get(address(survey, "sheet.csv"))
    rows = grid_of_csv(page.content)
    lines = [
        ",".join([*row[:1], "", "", numbers.get(row[0], "")])
        if at > 2
        else ",".join(row)
        for at, row in enumerate(rows)
    ]
    return SimpleUploadedFile("round.csv", "\r\n".join(lines).encode())


def brought(client, survey, file, **said):
    """Return the page after a file was brought."""
    return client.post(address(survey), SAID | {"file": file} | said)


def shown_in(page):
    """Return what the page would send back to be kept."""
    return next(
        one.get("value")
        for one in page.parsed.all("input")
        if one.get("name") == "shown"
    )


def test_sheet_comes_as_csv_and_xlsx_under_a_name_that_tells_nothing(
    sign_in, worker, survey
):
    theme = ThemeFactory(codebook=CodebookFactory(consultations=[survey.consultation]))
    ThemeFactory(codebook=theme.codebook, name="Gone", state=ThemeState.RETIRED)
    client = sign_in(worker)
    for kind, read in (("csv", grid_of_csv), ("xlsx", grid_of_xlsx)):
        page = client.get(address(survey, f"sheet.{kind}"))
        assert page.headers["Content-Disposition"] == (
            f'attachment; filename="earlier-round.{kind}"'
        )
        keys = [row[0] for row in read(page.content)[3:]]
        assert {*NUMBERS, f"theme:{theme.pk}"} <= set(keys)
        assert len(keys) == len(set(keys))
        assert not any("Gone" in cell for row in read(page.content) for cell in row)
    assert client.get(address(survey, "sheet.exe")).status_code == 404


def test_what_others_would_see_is_shown_and_nothing_is_saved(sign_in, worker, survey):
    client = sign_in(worker)
    page = brought(client, survey, sheet_of(client, survey, **NUMBERS))
    text = main_text(page)
    assert "Nothing is saved yet" in text
    assert "About 235 of 485 who were asked" in text
    assert "65% · 150" in text
    assert not EarlierRound.objects.exists()


def test_true_numbers_are_on_no_page_and_in_no_row(sign_in, worker, survey):
    client = sign_in(worker)
    page = brought(client, survey, sheet_of(client, survey, **NUMBERS))
    shown = shown_in(page)
    body = page.content.decode().replace(shown, "")
    kept = client.post(address(survey), {"then": "keep", "shown": shown}, follow=True)
    stored = str(EarlierRound.objects.values().get())
    stored = re.sub(r"'content_hash': '\w+'|datetime.\w+\(.*?\)", "", stored)
    main = main_text(kept)
    for true in ("233", "149", "84", "487"):
        number = re.compile(rf"(?<![\w-]){true}(?![\w-])")
        assert not number.search(body)
        assert not number.search(main)
        assert not number.search(stored)


def test_keeping_it_tells_source_day_and_who(sign_in, worker, survey):
    client = sign_in(worker)
    shown = shown_in(brought(client, survey, sheet_of(client, survey, **NUMBERS)))
    page = client.post(address(survey), {"then": "keep", "shown": shown}, follow=True)
    text = page.parsed.text(page.parsed.all("body")[0])
    assert "Viewpoint, export of 3 June" in text
    assert "31 May 2024" in text
    assert f"Brought in by {worker}" in text
    assert EarlierRound.objects.get().survey == survey


def test_what_was_shown_to_somebody_else_or_changed_is_not_kept(
    sign_in, worker, survey
):
    client = sign_in(worker)
    shown = shown_in(brought(client, survey, sheet_of(client, survey, **NUMBERS)))
    page = client.post(
        address(survey), {"then": "keep", "shown": shown[:-4] + "AAAA"}, follow=True
    )
    assert "Bring the file once more." in main_text(page) + page.content.decode()
    other = sign_in(UserFactory(worker=True))
    other.post(address(survey), {"then": "keep", "shown": shown})
    another = AnsweredSurveyFactory()
    sign_in(worker).post(address(another), {"then": "keep", "shown": shown})
    assert not EarlierRound.objects.exists()


def test_what_is_wrong_is_told_row_by_row_and_what_was_typed_is_kept(
    sign_in, worker, survey
):
    client = sign_in(worker)
    wrong = NUMBERS | {"question:know_worker:yes": "64%", "people:answered": ""}
    page = brought(client, survey, sheet_of(client, survey, **wrong))
    text = main_text(page)
    assert "Row 4: How many young people answered the survey is missing." in text
    assert "Row 6: “64%” is a percentage. Write how many young people it was." in text
    assert "Nothing was saved." in text
    values = {one.get("name"): one.get("value") for one in page.parsed.all("input")}
    assert {name: values[name] for name in SAID} == SAID
    assert not EarlierRound.objects.exists()


def test_export_with_a_row_for_each_young_person_is_counted(sign_in, worker, survey):
    rows = ["Name,Do you know who your social worker is?,Tell us more"]
    rows[0] = rows[0].replace(
        "Do you know who your social worker is?", survey.question_rows.first().prompt
    )
    rows += ["Zanzibarquokka,Yes,come wen u say"] * 25 + ["Zanzibarquokka,no,"] * 15
    file = SimpleUploadedFile("export.csv", "\n".join(rows).encode())
    page = brought(sign_in(worker), survey, file)
    assert "65% · 25" in main_text(page)
    assert "Zanzibarquokka" not in page.content.decode()


def test_day_on_which_the_survey_was_open_is_refused(sign_in, worker, survey):
    client = sign_in(worker)
    day = survey.consultation.opens_on.isoformat()
    file = sheet_of(client, survey, **NUMBERS)
    page = brought(client, survey, file, held_on=day)
    assert "closed before this survey opened" in main_text(page)


def test_fewer_who_could_answer_than_did_are_refused(sign_in, worker, survey):
    client = sign_in(worker)
    page = brought(client, survey, sheet_of(client, survey, **NUMBERS), asked="200")
    assert "More answered than could have." in main_text(page)


def test_few_are_told_in_words_alone(sign_in, worker, survey):
    client = sign_in(worker)
    few = {"people:answered": "22", "question:know_worker:yes": "14"}
    few |= {"question:know_worker:no": "8"}
    text = main_text(brought(client, survey, sheet_of(client, survey, **few)))
    assert "A small number of young people answered." in text


def test_round_is_taken_out_after_it_was_asked_once_more(sign_in, worker, survey):
    kept = EarlierRoundFactory(survey=survey)
    client = sign_in(worker)
    address = f"/desk/releases/earlier/{kept.pk}/take-out/"
    assert "Take this round out?" in main_text(client.get(address))
    assert EarlierRound.objects.exists()
    client.post(address)
    assert not EarlierRound.objects.exists()


def test_round_beside_a_release_stays_and_the_page_says_so(sign_in, worker, survey):
    kept = EarlierRoundFactory(survey=survey)
    ReleaseFactory(survey=survey, issued=True)
    client = sign_in(worker)
    page = client.post(f"/desk/releases/earlier/{kept.pk}/take-out/", follow=True)
    assert "a release was made with it beside" in page.content.decode()
    assert EarlierRound.objects.exists()


def test_round_altered_from_outside_is_not_shown(sign_in, worker, survey):
    kept = EarlierRoundFactory(survey=survey)
    EarlierRound.objects.update(source="Zanzibarquokka")
    page = sign_in(worker).get(f"/desk/releases/earlier/{kept.pk}/")
    assert page.status_code == 500
    assert "Zanzibarquokka" not in page.content.decode()


@pytest.mark.parametrize("role", [Role.ACTION_OWNER, Role.SAFEGUARDING_LEAD])
def test_others_at_the_desk_read_it_and_cannot_take_it_out(sign_in, survey, role):
    kept = EarlierRoundFactory(survey=survey)
    page = sign_in(UserFactory(roles=[role])).get(f"/desk/releases/earlier/{kept.pk}/")
    assert "Asked with another tool" in main_text(page)
    assert "take-out" not in page.content.decode()


def test_rounds_are_listed_where_more_are_brought_in(sign_in, worker, survey):
    EarlierRoundFactory(survey=survey, title="Spring 2024")
    text = main_text(sign_in(worker).get(address(survey)))
    assert "Spring 2024 31 May 2024 Viewpoint" in " ".join(text.split())
