import pytest

from voice.moderation.logic.others import still_told
from voice.moderation.logic.redaction import redacted, replaced


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Jade came", [(0, 4, "[worker]")]),
        ("she was Jade", [(8, 12, "[worker]")]),
        (
            "Jade and Tunde, at Elm",
            [(0, 4, "[name]"), (9, 14, "[name]"), (19, 22, "[x]")],
        ),
        ("Jade", [(0, 4, "[name]")]),
    ],
)
def test_what_was_replaced_is_found_again(text, passages):
    kept = redacted(text, passages)
    assert replaced(text, kept) == [text[start:end] for start, end, _ in passages]


def test_nothing_is_found_where_nothing_was_replaced():
    assert replaced("Jade came", "Jade came") == []
    assert replaced("Jade came", "other [name]") == []
    assert replaced("Jade came", "[name] went") == []
    assert replaced("a b", "a [x] c [y] b") == []


def test_a_piece_is_still_told_whole_or_in_a_word_with_a_capital():
    gone = ["at Elm Road", "my mum"]
    assert [piece.words for piece in still_told("in e.l.m park", gone)] == ["Elm"]
    assert still_told("at my home", gone) == []
    assert [piece.words for piece in still_told("My  mum", gone)] == ["my mum"]
