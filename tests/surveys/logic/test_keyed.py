import pytest

from surveys.enums import AnswerState
from surveys.logic.keyed import Keyed


def test_what_is_kept_is_read_back():
    keyed = Keyed(["a", "b"], "because", AnswerState.ANSWERED)
    assert Keyed.of(keyed.as_json()) == keyed


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("long_text", Keyed("come  when you\nsay"), Keyed(" come when you say ")),
        ("scale", Keyed(7), Keyed("7")),
        ("several", Keyed(["b", "a"]), Keyed(["a", "b"])),
        ("single", Keyed(None), Keyed("", "", AnswerState.SKIPPED)),
        ("single", Keyed("a", " why "), Keyed("a", "why")),
    ],
)
def test_same_paper_keyed_in_two_ways_is_the_same(kind, one, other):
    assert one.plainly(kind) == other.plainly(kind)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("long_text", Keyed("Come when you say"), Keyed("come when you say")),
        ("order", Keyed(["a", "b"]), Keyed(["b", "a"])),
        ("single", Keyed("a"), Keyed("b")),
        ("single", Keyed("a", "why"), Keyed("a")),
        ("single", Keyed(state=AnswerState.NOT_SAID), Keyed(None)),
        ("scale", Keyed(0), Keyed(None)),
    ],
)
def test_what_differs_differs(kind, one, other):
    assert one.plainly(kind) != other.plainly(kind)
