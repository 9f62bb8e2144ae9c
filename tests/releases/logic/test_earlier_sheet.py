import pytest

from surveys.logic.grid import grid_of_csv, grid_of_xlsx
from tests.releases.logic.answers import single
from tests.releases.logic.test_earlier import measures
from tests.releases.logic.test_making import theme
from voice.releases.logic.earlier_files import as_csv, as_xlsx
from voice.releases.logic.earlier_sheet import (
    ANSWERED,
    WROTE,
    Line,
    grid_to_fill,
    lines_of,
    number_in,
    read_counts,
)
from voice.releases.logic.round_trouble import BadRound, Trouble
from voice.releases.logic.tally import Row

WORDS = {"everybody": "Everybody", "themes": "Themes", "answered": "All of them"} | {
    ANSWERED: "Answered",
    WROTE: "Wrote",
}
ASKED = measures(
    single("q", "yes", "no"),
    single("who", "carer", "friend", kind="several"),
    themes=[theme("visits"), theme("pets")],
)
FULL = {
    ANSWERED: "100",
    "question:q": "90",
    "question:q:yes": "50",
    "question:q:no": "40",
    "question:who": "60",
    "question:who:carer": "45",
    "question:who:friend": "30",
    WROTE: "70",
    "theme:visits": "30",
    "theme:pets": "0",
}


def sheet(**filled):
    """Return the sheet as it comes out."""
    return grid_to_fill(ASKED, lines_of(ASKED, WORDS), ["K", "Q", "A", "N"])


def filled(numbers):
    """Return the sheet with these numbers written beside its keys."""
    return [
        [*row[:3], numbers.get(row[0], "")] if at > 2 else row
        for at, row in enumerate(sheet())
    ]


def errors_of(numbers, grid=None):
    """Return (row, trouble) of everything that is wrong."""
    with pytest.raises(BadRound) as bad:
        read_counts(grid or filled(numbers), ASKED)
    return [(one.row, one.trouble) for one in bad.value.errors]


def without(*keys):
    """Return all the numbers but these."""
    return {key: number for key, number in FULL.items() if key not in keys}


def test_sheet_has_a_row_for_all_that_can_be_told():
    assert [row[0] for row in sheet()[3:]] == list(FULL)
    assert lines_of(ASKED, WORDS)[2] == Line(
        "question:q:yes", "Do you know your worker?", "Yes"
    )


@pytest.mark.parametrize(
    ("write", "read"), [(as_csv, grid_of_csv), (as_xlsx, grid_of_xlsx)]
)
def test_sheet_comes_out_of_a_file_as_it_went_in(write, read):
    words = [row for row in filled(FULL) if row]
    assert [row for row in read(write(filled(FULL))) if row] == words


def test_file_holds_no_formula_whatever_a_question_begins_with():
    grid = [["=1+1", "@b", "-c", "+d"]]
    assert as_csv(grid).decode("utf-8-sig") == "'=1+1,'@b,'-c,'+d\r\n"


def test_filled_sheet_is_read():
    counts = read_counts(filled(FULL), ASKED)
    assert (counts.answered, counts.wrote) == (100, 70)
    assert counts.questions == {"q": Row(90, (50, 40)), "who": Row(60, (45, 30))}
    assert counts.themes == {"visits": 30, "pets": 0}


def test_question_left_empty_was_not_asked():
    numbers = without("question:q", "question:q:yes", "question:q:no")
    assert set(read_counts(filled(numbers), ASKED).questions) == {"who"}


def test_themes_left_empty_were_not_heard_for():
    counts = read_counts(filled(without(WROTE, "theme:visits", "theme:pets")), ASKED)
    assert (counts.wrote, counts.themes) == (0, {})


def test_how_many_answered_one_choice_is_added_up():
    counts = read_counts(filled(without("question:q")), ASKED)
    assert counts.questions["q"] == Row(90, (50, 40))


@pytest.mark.parametrize(
    ("said", "number"),
    [("12", 12), ("12.0", 12), ("1,204", 1204), ("1 204", 1204), ("٤٥", 45)],
)
def test_number_is_read_however_it_is_written(said, number):
    assert number_in(said) == number


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("35%", Trouble.PERCENT),
        ("0.35", Trouble.NOT_A_NUMBER),
        ("-3", Trouble.NOT_A_NUMBER),
        ("many", Trouble.NOT_A_NUMBER),
        ("<5", Trouble.HIDDEN),
        ("*", Trouble.HIDDEN),
        ("=SUM(D4:D6)", Trouble.FORMULA),
        ("100001", Trouble.TOO_BIG),
        ("9" * 400, Trouble.TOO_BIG),
    ],
)
def test_what_is_no_whole_number_is_told_in_its_row(said, trouble):
    assert number_in(said) == trouble
    assert errors_of(FULL | {"question:q:yes": said}) == [(6, trouble)]


@pytest.mark.parametrize(
    ("changed", "row", "trouble"),
    [
        ({"question:q:no": ""}, 7, Trouble.MISSING),
        ({"question:who": ""}, 8, Trouble.MISSING),
        ({WROTE: ""}, 11, Trouble.MISSING),
        ({ANSWERED: ""}, 4, Trouble.NO_TOTAL),
        ({"question:q": "95"}, 5, Trouble.DOES_NOT_ADD_UP),
        ({"question:who": "40"}, 8, Trouble.MORE_THAN_ANSWERED),
        ({"question:who": "80"}, 8, Trouble.FEWER_THAN_ANSWERED),
        ({ANSWERED: "85"}, 5, Trouble.MORE_THAN_ALL),
        ({ANSWERED: "69"}, 11, Trouble.MORE_THAN_ALL),
        ({"theme:pets": "71"}, 13, Trouble.MORE_THAN_WROTE),
    ],
)
def test_what_does_not_fit_together_is_told_in_its_row(changed, row, trouble):
    assert (row, trouble) in errors_of(FULL | changed)


def test_every_row_s_trouble_is_told_at_once():
    wrong = FULL | {"question:q:yes": "few", "question:who": "40", "theme:pets": "y%"}
    assert errors_of(wrong) == [
        (6, Trouble.NOT_A_NUMBER),
        (8, Trouble.MORE_THAN_ANSWERED),
        (13, Trouble.PERCENT),
    ]


def test_row_of_another_key_and_one_that_stands_twice_are_told():
    grid = [
        *filled(FULL),
        ["question:q:maybe", "", "", "3"],
        ["theme:pets", "", "", "3"],
    ]
    assert errors_of({}, grid) == [(14, Trouble.UNKNOWN_KEY), (15, Trouble.TWICE)]


def test_sheet_of_another_survey_and_one_of_ours_by_nothing_are_refused():
    grid = filled(FULL)
    assert errors_of({}, [["Voice earlier round", "other"], *grid[1:]]) == [
        (0, Trouble.OTHER_SURVEY)
    ]
    assert errors_of({}, [["Some other file"], *grid[1:]]) == [(0, Trouble.NOT_OURS)]


def test_sheet_in_which_nothing_is_filled_in_is_refused():
    assert errors_of({ANSWERED: "100"}) == [(0, Trouble.NOTHING)]
