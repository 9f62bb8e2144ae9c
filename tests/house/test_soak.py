"""What the soak makes of its samples: a leak is seen, a level is flat, little is little."""

import os
import threading

import pytest

from tests.benchmarks import crowd as crowds
from tests.benchmarks.crowd import COMMENTS, WORRIES, WORRY, Child, Crowd, part
from tests.benchmarks.memory import (
    BOUND,
    ENOUGH,
    growth,
    is_flat,
    kept_by,
    later_half,
    slope,
)
from tests.benchmarks.questions import KINDS
from tests.benchmarks.serving import Served
from tests.benchmarks.soak import TWO_HOURS, WEB, Watch

END = 2 * ENOUGH
BYTES = 2**20
HOUSE = Served("http://127.0.0.1:1", "/a/x/", "", [], 0, "", {})


def samples(kept, end=END, steps=100):
    """Samples at even steps until `end`, of what `kept` says of each."""
    step = end // steps
    return [(at, kept(at)) for at in range(0, end + 1, step)]


def test_slope_is_that_of_a_line():
    assert slope([(0, 5.0), (10, 7.0), (20, 9.0)]) == pytest.approx(0.2)
    assert slope([(7, 5.0)]) == 0


def test_what_is_kept_of_each_request_is_the_growth():
    leak = samples(lambda at: 100 + at * 200 / BYTES)
    assert growth(leak) == pytest.approx(200 * 100_000 / BYTES)


def test_a_leak_of_two_hundred_bytes_a_request_is_not_flat():
    assert is_flat(samples(lambda at: 100 + at * 200 / BYTES)) is False


def test_a_leak_hidden_in_noise_is_not_flat():
    def noisy(at):
        return 100 + at * 200 / BYTES + (at // 1000 * 7 % 5)

    assert is_flat(samples(noisy)) is False


def test_noise_about_a_level_is_flat():
    assert is_flat(samples(lambda at: 100 + at // 1000 * 7 % 5)) is True


def test_what_is_kept_in_the_beginning_is_not_held_against_it():
    warm = samples(lambda at: 60 + min(at, END // 3) / 1000)
    assert growth(warm) == pytest.approx(0)
    assert is_flat(warm) is True


def test_the_bound_itself_is_flat_and_a_little_more_is_not():
    assert is_flat(samples(lambda at: at * BOUND / 100_001)) is True
    assert is_flat(samples(lambda at: at * BOUND / 99_000)) is False


@pytest.mark.parametrize("end", [3_000, ENOUGH])
def test_too_few_requests_say_nothing(end):
    assert is_flat(samples(lambda at: 100.0, end=end)) is None


def test_too_few_samples_say_nothing():
    assert is_flat([]) is None
    assert is_flat(samples(lambda at: 100.0, steps=4)) is None


def test_the_later_half_is_of_requests_not_of_samples():
    assert later_half([(0, 1.0), (10, 1.0), (20, 1.0), (100, 1.0)]) == [(100, 1.0)]


def test_two_hours_are_those_of_the_pace():
    assert TWO_HOURS == 309_600


def test_a_process_keeps_what_it_holds():
    before = kept_by(os.getpid())
    held = bytearray(os.urandom(40 * BYTES))
    assert kept_by(os.getpid()) - before > 30
    assert held


def test_a_process_that_ended_is_told(monkeypatch):
    serving = [[1, 2]]
    monkeypatch.setattr("tests.benchmarks.soak.children_of", lambda _: serving[0])
    monkeypatch.setattr("tests.benchmarks.soak.kept_by", {1: 10.0, 2: 20.0, 3: 1.0}.get)
    watch = Watch(0, {})
    watch.look(10)
    assert watch.kept == {WEB: [(10, 30.0)]}
    assert not watch.ended
    serving[0] = [1, 3]
    watch.look(20)
    assert watch.ended == {WEB}


def test_parts_of_what_was_taken():
    assert part([0.3, 0.1, 0.2], 0.5) == pytest.approx(200)
    assert part([], 0.95) == 0


def test_words_are_one_childs_and_some_worry():
    comments = [n for n in range(20) if KINDS[n % 5] == "long_text"]
    said = [
        Child(HOUSE, number).answer_to(n)
        for number in (WORRIES, WORRIES + 1)
        for n in comments
    ]
    assert len(comments) == COMMENTS
    assert len(set(said)) == len(said)
    assert [WORRY in one for one in said] == [True] + [False] * 7


def test_whoever_is_cut_off_is_counted_and_the_next_one_comes(monkeypatch):
    came = []

    def is_enough():
        return len(came) == 3

    class Cut:
        def __init__(self, _house, number):
            came.append(number)

        def walk(self):
            raise ConnectionResetError

    monkeypatch.setattr(crowds, "Child", Cut)
    crowd = Crowd(HOUSE, [])
    door = threading.Thread(target=crowd.come, args=[is_enough])
    door.start()
    door.join()
    assert (came, crowd.cut, crowd.thanked) == ([1, 2, 3], 3, 0)
