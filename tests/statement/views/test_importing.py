import csv
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from tests.factories.accounts import UserFactory
from tests.factories.statement import MeasureReadingFactory, StatementFactory
from voice.audit.models import Entry
from voice.statement.models import (
    Action,
    ActionNote,
    Area,
    KeyTheme,
    Measure,
    Statement,
)

pytestmark = pytest.mark.django_db

HEAD = [
    "Key theme number",
    "Key theme",
    "Area number",
    "Area for improvement",
    "Action number",
    "Action",
    "Owner",
    "Due date",
    "Status",
    "Why it stands so",
    "Measure",
    "Start value",
    "Goal",
]
NEW = ["1", "Voice", "1.1", "Hear back", "1.1.1", "Answer on time", "Manager"]
WHOLE = [*NEW, "30/06/2026", "Amber", "Two posts empty", "On time", "0 of 3", "all"]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


@pytest.fixture
def at():
    return f"/desk/statement/{StatementFactory().pk}"


def as_csv(*rows):
    table = StringIO()
    csv.writer(table).writerows([HEAD, *rows])
    return SimpleUploadedFile("plan.csv", table.getvalue().encode())


def as_xlsx(*rows):
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    kept = BytesIO()
    book.save(kept)
    return SimpleUploadedFile("plan.xlsx", kept.getvalue())


def shown_in(page):
    (field,) = [one for one in page.parsed.all("input") if one.get("name") == "shown"]
    return field.get("value")


def keep(desk, at, page):
    return desk.post(f"{at}/import/", {"then": "keep", "shown": shown_in(page)})


def counts():
    models = (KeyTheme, Area, Action, Measure)
    return [model.objects.count() for model in models]


@pytest.mark.parametrize("made", [as_csv, as_xlsx])
def test_file_is_tried_then_saved_and_brought_again_doubles_nothing(desk, at, made):
    page = desk.post(f"{at}/import/", {"file": made(WHOLE)})
    assert "4 changes. Nothing is saved yet." in page.parsed.text()
    assert "Action 1.1.1 is new: “Answer on time”." in page.parsed.text()
    assert counts() == [0, 0, 0, 0]
    kept = keep(desk, at, page)
    assert kept.status_code == 302
    assert counts() == [1, 1, 1, 1]
    action = Action.objects.get()
    assert (action.status, action.reason, str(action.due_on)) == (
        "amber",
        "Two posts empty",
        "2026-06-30",
    )
    assert ActionNote.objects.get().text == "Brought in from a spreadsheet."
    again = desk.post(f"{at}/import/", {"file": made(WHOLE)})
    assert "The file says what the plan says already" in again.parsed.text()
    assert counts() == [1, 1, 1, 1]
    assert Entry.objects.filter(verb="statement.import_plan").count() == 1


def test_errors_are_told_by_row_and_nothing_is_saved(desk, at):
    wrong = [*NEW, "31/02/2026", "blue"]
    page = desk.post(f"{at}/import/", {"file": as_csv(wrong)})
    text = page.parsed.text()
    assert "Row 2, Due date: “31/02/2026” is not a day we can read." in text
    assert "Row 2, Status: “blue” is no status." in text
    assert "Nothing was saved." in text
    assert counts() == [0, 0, 0, 0]


def test_existing_action_changes_and_keeps_owner_notes_and_readings(desk, worker):
    reading = MeasureReadingFactory()
    action = reading.measure.action
    action.owner = UserFactory(owner=True)
    action.save()
    at = f"/desk/statement/{action.area.key_theme.statement_id}"
    row = ["1", "", action.area.number, "", action.number, "Visit twice"]
    page = desk.post(f"{at}/import/", {"file": as_csv(row)})
    keep(desk, at, page)
    changed = Action.objects.get()
    assert (changed.title, changed.owner, changed.due_on) == (
        "Visit twice",
        action.owner,
        action.due_on,
    )
    assert Measure.objects.get().readings.get() == reading


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_sheet_taken_out_and_brought_back_changes_nothing(desk, kind):
    action = MeasureReadingFactory().measure.action
    action.title = "=1+1 is “two”, isn't it"
    action.save()
    at = f"/desk/statement/{action.area.key_theme.statement_id}"
    sheet = desk.get(f"{at}/sheet/{kind}/").content
    file = SimpleUploadedFile(f"plan.{kind}", sheet)
    page = desk.post(f"{at}/import/", {"file": file})
    assert "The file says what the plan says already" in page.parsed.text()


def test_sheet_explains_its_columns_and_has_no_formula(desk):
    action = MeasureReadingFactory().measure.action
    Action.objects.update(title="=HYPERLINK(1)")
    at = f"/desk/statement/{action.area.key_theme.statement_id}"
    sheet = load_workbook(BytesIO(desk.get(f"{at}/sheet/xlsx/").content)).active
    headings = [cell.value for cell in sheet[3]]
    assert headings[8:10] == ["Action", "Owner"]
    assert sheet[2][9].value == "A job title, never a name."
    assert (sheet[4][8].value, sheet[4][8].data_type) == ("=HYPERLINK(1)", "s")
    assert desk.get(f"{at}/sheet/ods/").status_code == 404


def test_plan_changed_meanwhile_is_not_written_over(desk, at):
    page = desk.post(f"{at}/import/", {"file": as_csv(WHOLE)})
    KeyTheme.objects.create(statement_id=at.split("/")[-1], number=7, title="New")
    back = desk.post(
        f"{at}/import/", {"then": "keep", "shown": shown_in(page)}, follow=True
    )
    assert "The plan was changed meanwhile." in back.parsed.text()
    assert counts() == [1, 0, 0, 0]


def test_nobody_can_change_what_was_shown_or_keep_what_another_saw(sign_in, desk, at):
    page = desk.post(f"{at}/import/", {"file": as_csv(WHOLE)})
    shown = shown_in(page)
    other = sign_in(UserFactory(worker=True))
    for visitor, sent in ((desk, shown + "x"), (desk, "x"), (other, shown)):
        visitor.post(f"{at}/import/", {"then": "keep", "shown": sent})
    assert counts() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 no book", "not a spreadsheet (XLSX) or a CSV file we can read"),
        (b"\0\1\2", "not a spreadsheet (XLSX) or a CSV file we can read"),
        (b"a" * (5 * 1024 * 1024 + 1), "The file is too large"),
        (b"some,other,table\n1,2,3", "We found no headings that we know."),
    ],
)
def test_file_that_is_no_plan_is_refused_in_words(desk, at, content, words):
    page = desk.post(f"{at}/import/", {"file": SimpleUploadedFile("x.xlsx", content)})
    assert words in page.parsed.text()


def test_without_a_file_the_page_says_so_and_explains_the_columns(desk, at):
    page = desk.post(f"{at}/import/", {})
    assert "Choose a file." in page.parsed.text()
    assert "A job title, never a name." in desk.get(f"{at}/import/").parsed.text()


def test_owner_brings_nothing_and_takes_no_sheet_out(sign_in, at):
    client = sign_in(UserFactory(owner=True))
    assert client.get(f"{at}/import/").status_code == 403
    assert client.post(f"{at}/import/", {"file": as_csv(WHOLE)}).status_code == 403
    assert client.get(f"{at}/sheet/csv/").status_code == 403


def test_two_hundred_actions_are_brought_in_one_go(
    desk, at, django_assert_max_num_queries
):
    rows = [
        [
            "1",
            "Voice",
            f"1.{n // 5 + 1}",
            "Area",
            f"1.{n // 5 + 1}.{n}",
            f"Do {n}",
            "Lead",
        ]
        for n in range(200)
    ]
    page = desk.post(f"{at}/import/", {"file": as_csv(*rows)})
    with django_assert_max_num_queries(2200):
        keep(desk, at, page)
    assert Action.objects.count() == 200
    with django_assert_max_num_queries(20):
        desk.post(f"{at}/import/", {"file": as_csv(*rows)})


WITH_GROUP = [
    *("Task group", "Who leads the task group", "Unit", "What is better"),
]


def with_more(*more, row=WHOLE):
    """Return a CSV file of one row that also says task group, unit and direction."""
    table = StringIO()
    csv.writer(table).writerows([[*HEAD, *WITH_GROUP], [*row, *more]])
    return SimpleUploadedFile("plan.csv", table.getvalue().encode())


def bring(desk, at, file):
    """Bring a file and keep what it would change."""
    keep(desk, at, desk.post(f"{at}/import/", {"file": file}))


def test_task_group_unit_and_direction_are_brought_in(desk, at):
    file = with_more("Visits", "Team manager", "days", "Less is better")
    bring(desk, at, file)
    action = Action.objects.get()
    assert str(action.task_group) == "Visits"
    assert action.task_group.lead_title == "Team manager"
    measure = Measure.objects.get()
    assert (measure.unit, measure.direction) == ("days", "less")


def test_new_task_group_without_a_lead_is_said_with_its_row(desk, at):
    page = desk.post(f"{at}/import/", {"file": with_more("Visits", "", "", "")})
    assert "Row 2, Who leads the task group" in page.parsed.text()
    assert not Action.objects.exists()


def test_direction_that_says_nothing_is_said_with_its_row(desk, at):
    page = desk.post(f"{at}/import/", {"file": with_more("", "", "", "sideways")})
    assert "Row 2, What is better: “sideways” does not say" in page.parsed.text()


def test_none_takes_a_task_group_and_a_unit_away(desk, at):
    bring(desk, at, with_more("Visits", "Team manager", "days", ""))
    bring(desk, at, with_more("none", "", "None", ""))
    assert Action.objects.get().task_group is None
    assert Measure.objects.get().unit == ""


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_sheet_holds_task_groups_units_and_directions_exactly(desk, at, kind):
    bring(desk, at, with_more("Visits", "Team manager", "days", "Less is better"))
    sheet = desk.get(f"{at}/sheet/{kind}/")
    file = SimpleUploadedFile(f"plan.{kind}", sheet.content)
    page = desk.post(f"{at}/import/", {"file": file})
    assert "The file says what the plan says already" in page.parsed.text()


def test_statement_is_begun_for_a_sheet_where_there_is_none(desk):
    facts = {
        "title": "Statement of Action",
        "answers": "The inspection",
        "starts_on": "2026-01-01",
        "ends_on": "2028-01-01",
        "update_weeks": "4",
    }
    page = desk.post("/desk/statement/import/", facts, follow=True)
    assert "Bring the plan from a spreadsheet" in page.parsed.text()
    statement = Statement.objects.get()
    bring(desk, f"/desk/statement/{statement.pk}", as_csv(WHOLE))
    assert Action.objects.get().area.key_theme.statement == statement


def test_sheet_goes_to_the_statement_there_is(desk, at):
    page = desk.get("/desk/statement/import/")
    assert page.url == f"{at}/import/"
