import pytest

from tests.themes.invented import invented
from voice.themes.logic.evaluating import (
    CannotEvaluate,
    Vectors,
    evaluate,
    read_labelled,
    split,
    split_each,
)

LINES = [
    "said,codes,more\n",
    "None,food|school,1\n",
    '"Cold, every night", food ,2\n',
    "   ,food,3\n",
    "Nobody rings,worker,4\n",
    "No idea,,5\n",
]


def read(lines=LINES, **given):
    return read_labelled(
        lines, **{"text": "said", "labels": "codes", "separator": "|"} | given
    )


def test_texts_with_a_label_are_read_and_none_is_an_answer():
    assert read() == {
        "texts": ["None", "Cold, every night", "Nobody rings"],
        "labels": [
            frozenset({"food", "school"}),
            frozenset({"food"}),
            frozenset({"worker"}),
        ],
    }


def test_labels_few_rows_have_are_left_out_and_rows_that_have_no_other():
    assert read(min_label_count=2) == {
        "texts": ["None", "Cold, every night"],
        "labels": [frozenset({"food"}), frozenset({"food"})],
    }


def test_a_missing_column_is_named():
    with pytest.raises(CannotEvaluate, match=r"There is no column theme\."):
        read(labels="theme")


def test_a_file_without_labels_is_refused():
    with pytest.raises(CannotEvaluate, match=r"No row has a text and a label\."):
        read(min_label_count=3)


def test_what_is_learned_from_is_never_judged_by():
    labels = invented(100)[1]
    for parts in (
        split(labels, train=30, seeds=3),
        split_each(labels, each=8, seeds=3),
    ):
        assert len(parts) == 3
        for first, rest in parts:
            assert sorted([*first, *rest]) == list(range(100))


def test_each_label_is_learned_from_so_many_times_and_hardly_more():
    labels = invented(100)[1]
    ((first, _rest),) = split_each(labels, each=8, seeds=1)
    has = [sum(theme in labels[at] for at in first) for theme in ("food", "school")]
    assert min(has) >= 8
    assert len(first) <= 24


def test_more_than_there_is_cannot_be_learned_from():
    with pytest.raises(CannotEvaluate, match=r"3 texts are too few to learn from 3\."):
        split(read()["labels"], train=3, seeds=1)


def test_every_seed_is_measured_and_words_alone_beside_meaning():
    import numpy

    texts, labels = invented(90)
    given = {"texts": texts, "labels": labels}
    splits = split(labels, train=40, seeds=2)
    lesson = evaluate(given, vectors=None, splits=splits)
    assert (lesson.learned_from, len(lesson.found), lesson.words_alone) == (40, 2, [])
    assert lesson.suggested == 100
    assert lesson.mean("f1") == pytest.approx(
        (lesson.found[0]["f1"] + lesson.found[1]["f1"]) / 2
    )
    blind = Vectors(numpy.ones((90, 4)) / 2, numpy.ones((3, 4)) / 2)
    both = evaluate(given, vectors=blind, splits=splits)
    assert both.words_alone == [one["f1"] for one in lesson.found]
