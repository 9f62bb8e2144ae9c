"""The ledger finds what is lost, and in the short form nothing is."""

import pytest

from tests.faults.__main__ import NOTHING, WELL, ledger_of
from tests.faults.ledger import Entry, compared

SHORT = 1.0
SENT = {"q0": "b", "q1": ["a", "c"], "q4": "child 1: words"}


def entry(**told):
    """Return the ledger of one child who was thanked for everything."""
    whole = {"response": "one", "kept": set(SENT), "was_thanked": True}
    return Entry("1", sent=dict(SENT), **whole | told)


def row(name="one", *, finished=True, **answers):
    """Return a response as it is held."""
    return {"id": name, "finished": finished, "answers": SENT | answers}


def verdict(ledger, held):
    """Return lost, doubled, phantom and corrupted."""
    told = compared(ledger, held)
    return told.lost, told.doubled, told.phantom, told.corrupted


def test_what_is_held_as_it_was_sent_is_well():
    assert compared([entry()], [row()]) == NOTHING


def test_a_thanked_response_that_is_not_finished_is_lost():
    assert verdict([entry()], [row(finished=False)]) == (1, 0, 0, 0)


def test_a_response_that_is_gone_is_lost_with_each_page():
    assert verdict([entry()], []) == (1 + len(SENT), 0, 0, 0)


def test_an_acknowledged_page_that_is_gone_is_lost():
    held = row()
    del held["answers"]["q4"]
    assert verdict([entry()], [held]) == (1, 0, 0, 0)


def test_a_page_nobody_acknowledged_may_be_gone():
    held = row(finished=False)
    del held["answers"]["q4"]
    ledger = [entry(kept={"q0", "q1"}, was_thanked=False)]
    assert compared(ledger, [held]) == NOTHING


def test_an_answer_that_is_another_is_corrupted_and_from_nowhere():
    assert verdict([entry()], [row(q0="c")]) == (0, 0, 1, 1)


def test_words_held_in_two_finished_responses_are_doubled():
    assert verdict([entry()], [row(), row("two")]) == (0, 1, 1, 0)


def test_a_response_nobody_sent_is_a_phantom():
    other = row("two", q4="child 2: others")
    assert verdict([entry()], [row(), other]) == (0, 0, 1, 0)


def test_a_draft_nobody_answered_is_none():
    empty = {"id": "two", "finished": False, "answers": {}}
    assert compared([entry()], [row(), empty]) == NOTHING


@pytest.mark.on_both
def test_nothing_is_lost_whatever_is_broken(settings):
    """Every deed of the nemesis once, on the database these tests are run on."""
    engine = settings.DATABASES["default"]["ENGINE"]
    database = "SQLite" if engine.endswith("sqlite3") else "PostgreSQL"
    told = ledger_of(
        database, 12, seed=1, web=2, workers=1, at_once=4, counts=False, pause=SHORT
    )
    assert told == WELL
