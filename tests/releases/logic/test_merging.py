import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.releases.logic.merging import merge_small


@pytest.mark.parametrize(
    ("groups", "merged"),
    [
        ([("a", 20), ("b", 20)], [(("a",), 20), (("b",), 20)]),
        ([("a", 5), ("b", 40), ("c", 30)], [(("a", "b"), 45), (("c",), 30)]),
        ([("a", 40), ("b", 5), ("c", 30)], [(("a",), 40), (("b", "c"), 35)]),
        ([("a", 40), ("b", 30), ("c", 5)], [(("a",), 40), (("b", "c"), 35)]),
        ([("a", 40), ("b", 19)], []),
        ([("a", 40)], []),
        ([], []),
    ],
)
def test_small_groups_join_their_neighbour(groups, merged):
    assert merge_small(groups) == merged


@given(st.lists(st.integers(0, 100), max_size=8))
def test_merging_drops_nobody_and_leaves_no_small_group(sizes):
    merged = merge_small([(str(at), size) for at, size in enumerate(sizes)])
    assert all(size >= 20 for _, size in merged)
    if merged:
        assert sum(size for _, size in merged) == sum(sizes)
        keys = [key for keys, _ in merged for key in keys]
        assert keys == [str(at) for at in range(len(sizes))]
