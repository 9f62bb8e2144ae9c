"""Every reader of files refuses every bomb, or keeps what is harmless as it is kept."""

import pytest

from tests.hostile.bombs import KEPT, MOST_GROWN, bombs, watched

BOMBS = dict(bombs())


@pytest.mark.parametrize("what", BOMBS)
def test_bomb_is_refused_in_little_memory_by_every_reader(what):
    told, _took, grew = watched(BOMBS[what])
    assert set(told.values()) <= {"refused", "kept"}
    kept = {reader for reader, said in told.items() if said == "kept"}
    assert kept == KEPT.get(what, frozenset())
    assert grew <= MOST_GROWN


def test_a_reader_that_breaks_or_takes_much_memory_is_told():
    def breaks(content):
        return content.nothing

    def takes(content):
        return len(bytearray(60 * 1024 * 1024))

    assert watched(b"", {"one": breaks})[0] == {"one": "broke: AttributeError"}
    assert watched(b"", {"one": takes})[2] > MOST_GROWN
