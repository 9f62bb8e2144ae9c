from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.differences import Piece, differences


def test_what_went_and_what_came_is_told_word_by_word():
    assert differences("Do you know your worker?", "Do you like your worker?") == [
        Piece("same", "Do you "),
        Piece("gone", "know"),
        Piece("new", "like"),
        Piece("same", " your worker?"),
    ]
    assert differences("same", "same") == [Piece("same", "same")]
    assert differences("", "new") == [Piece("new", "new")]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_out_of_their_differences(then, now):
    found = differences(then, now)
    assert "".join(piece.words for piece in found if piece.kind != "new") == then
    assert "".join(piece.words for piece in found if piece.kind != "gone") == now
