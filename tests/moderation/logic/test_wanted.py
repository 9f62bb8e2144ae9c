from datetime import UTC, datetime, timedelta

from voice.moderation.logic.finding import folded_for_search, found_in
from voice.moderation.logic.sitting import read_in_a_row
from voice.moderation.logic.wanted import Cell, Routes, Wanted, matches

NOW = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)


def cell(language="en", guess="", **said):
    return Cell(
        **{
            "survey": 1,
            "question": 1,
            "language": language,
            "guess": guess,
            "age_band": "11-17",
            "state": "waiting",
            "worry": False,
            "mine": False,
            "count": 1,
            "oldest": None,
        }
        | said
    )


def test_a_language_leads_to_its_readers_and_to_everyone_when_nobody_reads_it():
    routes = Routes(mine=frozenset({"en"}), read={1: frozenset({"en", "ur"})})
    assert routes.lead_here(cell("en"))
    assert not routes.lead_here(cell("ur"))
    assert routes.lead_here(cell("so"))
    assert routes.unread(cell("so")) == ["so"]


def test_a_guess_only_ever_adds():
    for mine in ({"en"}, {"ur"}, {"pl"}):
        routes = Routes(mine=frozenset(mine), read={1: frozenset({"en", "ur", "pl"})})
        for language in ("en", "ur", "pl", "so"):
            for guess in ("en", "ur", "pl", "so"):
                without = routes.lead_here(cell(language))
                with_it = routes.lead_here(cell(language, guess))
                assert with_it or not without


def test_each_choice_narrows():
    routes = Routes(mine=frozenset({"en"}), read={1: frozenset({"en"})})
    for wanted, seen in [
        (Wanted(), True),
        (Wanted(survey=1, question=1, age_band="11-17", language="en"), True),
        (Wanted(survey=2), False),
        (Wanted(question=2), False),
        (Wanted(age_band="4-7"), False),
        (Wanted(state="approved"), False),
        (Wanted(mine=True), False),
        (Wanted(language="ur"), False),
        (Wanted(language="all"), True),
    ]:
        assert matches(cell(), wanted, routes=routes) is seen, wanted


def minutes_ago(*minutes):
    return [NOW - timedelta(minutes=one) for one in minutes]


def test_a_sitting_ends_at_a_break_of_half_an_hour():
    assert read_in_a_row(minutes_ago(1, 5, 34, 65), now=NOW) == 3
    assert read_in_a_row(minutes_ago(30), now=NOW) == 0
    assert read_in_a_row([], now=NOW) == 0


def test_after_going_on_only_what_came_later_counts():
    (since,) = minutes_ago(5)
    assert read_in_a_row(minutes_ago(1, 4, 5, 6), now=NOW, since=since) == 2


def test_a_finding_shows_a_little_of_what_is_around():
    text = "a" * 100 + " Ünder\nthe bridge " + "b" * 100
    finding = found_in(text, folded_for_search("under  THE"))
    assert finding.words == "Ünder the"
    assert (len(finding.before), len(finding.after)) == (40, 80)
    assert finding.is_cut_before
    assert finding.is_cut_after
    assert found_in(text, folded_for_search("over")) is None
    assert found_in(text, "") is None
