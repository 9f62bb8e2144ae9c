"""What is typed, pasted or uploaded for a list: nothing is lost, errors by row."""

from voice.moderation.logic.list_lines import (
    BadRow,
    Fault,
    changes,
    read_examples,
    read_phrases,
    read_schools,
)


def test_phrases_are_kept_once_with_their_headings():
    found = read_phrases("# Here\n hits  me \nHITS ME\n\nkill * self")
    assert found.lines == ("# Here", "hits me", "kill * self")
    assert (found.bad, found.twice) == ((), 1)


def test_a_row_that_cannot_be_kept_is_told_by_its_number():
    found = read_phrases("hits me\nab\n* me too\n" + "x y " * 40 + "\nbad\x00row")
    assert [(row.number, row.fault) for row in found.bad] == [
        (2, Fault.TOO_SHORT),
        (3, Fault.GAP_AT_AN_END),
        (4, Fault.TOO_LONG),
        (5, Fault.UNREADABLE),
    ]
    assert found.lines == ("hits me",)


def test_an_example_is_a_sentence():
    assert read_examples("too short").bad == (
        BadRow(1, "too short", Fault.NOT_A_SENTENCE),
    )


def test_the_registers_column_of_names_is_read():
    table = 'URN,EstablishmentName\n1,"Zanzibar, St Mary"\n2,High School\n3,B Road\n'
    found = read_schools(table)
    assert found.lines == ("Zanzibar, St Mary", "B Road")
    assert found.bad == (BadRow(3, "High School", Fault.ANY_SCHOOL),)


def test_names_pasted_one_a_line_keep_their_commas():
    assert read_schools("St Mary, Bradford\nB Road").lines == (
        "St Mary, Bradford",
        "B Road",
    )


def test_what_changed_is_told_without_headings():
    assert changes(["# a", "hits me", "b c d"], ["# z", "Hits  Me", "new one"]) == (
        ("new one",),
        ("b c d",),
    )
