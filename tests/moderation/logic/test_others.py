import pytest

from voice.moderation.logic.others import besides
from voice.moderation.logic.screening import lists, screen

HERE = lists(phrases={"worries/en": ["hurt me"]}, schools_here=["Elm Park School"])


def found(words, name="Jade Okoro"):
    return [
        tuple(one) for one in besides(words, screen(words, lists=HERE).hints, name=name)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Jade is the best",
        "thank you Jade Okoro, my social worker",
        "Jade's jokes are the best, and my worker Jade always comes",
        "Miss Okoro listens",
        "[name] from [school] says Jade is the best",
    ],
)
def test_the_name_of_whom_they_thank_is_no_finding(words):
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "kind", "piece"),
    [
        ("Jade and my brother Tunde laughed", "name", "Tunde"),
        ("Jade came to Elm Park School", "school", "Elm Park School"),
        ("Jade rang 07700 900123", "phone", "07700 900123"),
        ("Jade came to SW1A 1AA", "postcode", "SW1A 1AA"),
        ("Jade saw him hurt me", "worry", "hurt me"),
    ],
)
def test_whatever_else_screening_sees_is_told_with_its_kind(words, kind, piece):
    assert (kind, piece) in found(words)


def test_the_same_piece_is_told_once():
    assert found("Jade, Tunde and again my brother Tunde").count(("name", "Tunde")) == 1
