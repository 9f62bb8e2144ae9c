"""Learning from few texts of a labelled file and judging by the rest; pure."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from statistics import fmean
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from voice.themes.logic.accuracy import Accuracy, measure
from voice.themes.logic.learning import learn
from voice.themes.logic.proposals import ThemeText
from voice.themes.logic.splitting import spread

if TYPE_CHECKING:
    from numpy import ndarray


# Signs a field may have; a file of measured texts is ours, and holds whole letters.
LONGEST_FIELD = 10**7


class CannotEvaluate(Exception):
    """The file or what is asked of it will not do; says why."""


class Labelled(TypedDict):
    """Texts and the labels people gave them, in step."""

    texts: list[str]
    labels: list[frozenset[str]]


class Vectors(NamedTuple):
    """A row for each text, and one for each label's name, in the order of names()."""

    texts: "ndarray[Any, Any]"
    names: "ndarray[Any, Any]"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was found learning from so many texts, over all seeds.

    `found` has one Accuracy a seed; `words_alone` the F1 of the same code without
    vectors, empty where there were none anyway; `seconds` of processor time, and how
    many texts suggestions were made for in `suggest_seconds`.
    """

    learned_from: int
    found: list[Accuracy]
    words_alone: list[float]
    learn_seconds: float
    suggest_seconds: float
    suggested: int

    def mean(self, name: str) -> float | None:
        """Return the mean of a figure over the seeds that have it."""
        told = [one[name] for one in self.found]  # type: ignore[literal-required]
        kept = [figure for figure in told if figure is not None]
        return fmean(kept) if kept else None


def read_labelled(
    lines: Iterable[str],
    *,
    text: str,
    labels: str,
    separator: str,
    min_label_count: int = 0,
) -> Labelled:
    """Return the texts of a CSV file that have a label, empty texts left out.

    Labels that fewer rows have than `min_label_count` are left out, and then rows
    without any. "None" and "N/A" are answers. Raises CannotEvaluate for a missing
    column, or when nothing is left.
    """
    with _long_fields():
        rows = csv.DictReader(lines)
        missing = {text, labels} - set(rows.fieldnames or ())
        if missing:
            raise CannotEvaluate(f"There is no column {sorted(missing)[0]}.")
        read = [
            (row[text] or "", _labels(row[labels] or "", separator))
            for row in rows
            if (row[text] or "").strip()
        ]
    counts = Counter(label for _text, given in read for label in given)
    enough = {label for label, count in counts.items() if count >= min_label_count}
    kept = [(said, given & enough) for said, given in read if given & enough]
    if not kept:
        raise CannotEvaluate("No row has a text and a label.")
    return Labelled(
        texts=[said for said, _given in kept], labels=[given for _said, given in kept]
    )


@contextmanager
def _long_fields() -> Iterator[None]:
    """Let a field be very long meanwhile: files that others send keep their limit."""
    usual = csv.field_size_limit(LONGEST_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def evaluate(
    given: Labelled,
    *,
    vectors: Vectors | None,
    splits: Sequence[tuple[list[int], list[int]]],
) -> Lesson:
    """Learn from the first part of each split and judge by the second."""
    found, words, timed, count = [], [], [0.0, 0.0], 0
    for seed, (first, rest) in enumerate(splits):
        one, seconds = _once(given, vectors, first, rest, seed)
        found.append(one)
        timed = [timed[0] + seconds[0], timed[1] + seconds[1]]
        count += len(rest)
        if vectors is not None:
            words.append(_once(given, None, first, rest, seed)[0]["f1"])
    return Lesson(len(splits[0][0]), found, words, timed[0], timed[1], count)


def split(
    labels: Sequence[frozenset[str]], *, train: int, seeds: int
) -> list[tuple[list[int], list[int]]]:
    """Return, for each seed, so many texts to learn from and the rest, stratified.

    Raises CannotEvaluate when nothing would be left to judge by.
    """
    if not 0 < train < len(labels):
        raise CannotEvaluate(f"{len(labels)} texts are too few to learn from {train}.")
    sizes = [train, len(labels) - train]
    parts = [spread(labels, sizes=sizes, seed=seed) for seed in range(seeds)]
    return [(first, rest) for first, rest in parts]


def split_each(
    labels: Sequence[frozenset[str]], *, each: int, seeds: int
) -> list[tuple[list[int], list[int]]]:
    """Return, for each seed, texts until every label has so many, and the rest."""
    found = []
    for seed in range(seeds):
        order = list(range(len(labels)))
        Random(seed).shuffle(order)  # noqa: S311 - a fair split, not a secret
        first, has = [], Counter[str]()
        for at in order:
            if any(has[label] < each for label in labels[at]):
                first.append(at)
                has.update(labels[at])
        chosen = set(first)
        found.append((sorted(first), [at for at in order if at not in chosen]))
    return found


def names(labels: Sequence[frozenset[str]]) -> list[str]:
    """Return the labels' names, which stand in for the sentences themes have."""
    return sorted(frozenset[str]().union(*labels))


def _once(
    given: Labelled,
    vectors: Vectors | None,
    first: list[int],
    rest: list[int],
    seed: int,
) -> tuple[Accuracy, tuple[float, float]]:
    """Return how right it was, and the seconds to learn and to suggest."""
    texts, labels = given["texts"], given["labels"]
    began = process_time()
    learned = learn(
        [texts[at] for at in first],
        [labels[at] for at in first],
        vectors=None if vectors is None else vectors.texts[first],
        themes=[ThemeText(name, (name,)) for name in names(labels)],
        theme_vectors=None if vectors is None else vectors.names,
    )
    between = process_time()
    proposed = learned.suggest(
        [texts[at] for at in rest], None if vectors is None else vectors.texts[rest]
    )
    ended = process_time()
    found = measure([labels[at] for at in rest], proposed, seed=seed)
    return found, (between - began, ended - between)


def _labels(given: str, separator: str) -> frozenset[str]:
    """Return the labels of a cell."""
    return frozenset(one.strip() for one in given.split(separator) if one.strip())
