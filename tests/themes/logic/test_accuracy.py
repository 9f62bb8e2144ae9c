import pytest

from voice.themes.enums import Likeliness
from voice.themes.logic.accuracy import measure
from voice.themes.logic.overlap import f1
from voice.themes.logic.proposals import Proposal

SURE, LIKELY, MAYBE = Likeliness.SURE, Likeliness.LIKELY, Likeliness.MAYBE


def proposals(*given):
    return [Proposal(theme, score, word) for theme, score, word in given]


MEANT = [frozenset("a"), frozenset("ab"), frozenset("c"), frozenset("b")]
PROPOSED = [
    proposals(("a", 0.95, SURE), ("b", 0.2, MAYBE)),
    proposals(("a", 0.95, SURE), ("c", 0.45, MAYBE), ("b", 0.4, MAYBE)),
    proposals(("a", 0.95, SURE), ("c", 0.2, MAYBE)),
    proposals(("b", 0.6, LIKELY), ("c", 0.5, LIKELY)),
]


def test_f1_of_a_response_is_twice_what_is_shared_of_both():
    assert f1(frozenset("ab"), frozenset("bc"), of_nothing=0) == 0.5
    assert f1(frozenset("a"), frozenset("a"), of_nothing=0) == 1
    assert f1(frozenset("a"), frozenset("b"), of_nothing=0) == 0
    assert f1(frozenset(), frozenset(), of_nothing=0) == 0


def test_f1_is_what_scikit_learn_calls_samples():
    from sklearn.metrics import f1_score
    from sklearn.preprocessing import MultiLabelBinarizer

    binary = MultiLabelBinarizer(classes=list("abc"))
    says = [{"a"}, {"a"}, {"a"}, {"b", "c"}]
    expected = f1_score(
        binary.fit_transform(MEANT), binary.transform(says), average="samples"
    )
    assert measure(MEANT, PROPOSED)["f1"] == pytest.approx(expected)


def test_a_measure_by_hand():
    found = measure(MEANT, PROPOSED)
    assert found["comments"] == 4
    assert found["f1"] == pytest.approx((1 + 2 / 3 + 0 + 2 / 3) / 4)
    assert found["first_two"] == pytest.approx(4 / 5)
    assert found["sure_covers"] == 0.75
    assert found["sure_right"] == pytest.approx(2 / 3)
    assert found["macro_f1"] == pytest.approx((0.8 + 2 / 3 + 0) / 3)
    assert found["themes"] == {
        "a": {"comments": 2, "precision": pytest.approx(2 / 3), "recall": 1.0},
        "b": {"comments": 2, "precision": 1.0, "recall": 0.5},
        "c": {"comments": 1, "precision": 0.0, "recall": 0.0},
    }


def test_nothing_sure_is_said_as_none_and_never_as_nought():
    found = measure([frozenset("a")], [proposals(("b", 0.5, LIKELY))])
    assert (found["sure_covers"], found["sure_right"]) == (0, None)


def test_scores_that_keep_their_word_are_calibrated():
    kept = [proposals(("a", 0.75, LIKELY))] * 4
    assert measure([frozenset("a")] * 3 + [frozenset("b")], kept)["calibration"] == 0
    boasted = measure([frozenset("b")] * 4, kept)
    assert boasted["calibration"] == pytest.approx(0.75)


def test_the_interval_holds_the_mean_and_is_the_same_each_time():
    found = measure(MEANT * 20, PROPOSED * 20)
    assert found["f1_low"] < found["f1"] < found["f1_high"]
    assert measure(MEANT * 20, PROPOSED * 20) == found


def test_more_texts_make_the_interval_narrower():
    few, many = measure(MEANT * 10, PROPOSED * 10), measure(MEANT * 90, PROPOSED * 90)
    assert many["f1_high"] - many["f1_low"] < (few["f1_high"] - few["f1_low"]) / 2


def test_nothing_cannot_be_measured():
    with pytest.raises(ValueError):
        measure([], [])
