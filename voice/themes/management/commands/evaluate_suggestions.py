"""Says how right suggestions would be on any file that people labelled."""

import json
import resource
from pathlib import Path
from time import process_time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from voice.themes.logic.accuracy import DRAWS
from voice.themes.logic.evaluating import (
    CannotEvaluate,
    Labelled,
    Lesson,
    Vectors,
    evaluate,
    names,
    read_labelled,
    split,
    split_each,
)
from voice.themes.logic.learning import CannotLearn
from voice.themes.logic.vectors import sentence_vectors

FIGURES = (
    ("f1", "F1 per response"),
    ("f1_low", "  95 % sure, from"),
    ("f1_high", "  to"),
    ("macro_f1", "Macro F1"),
    ("first_two", "Recall of the first two"),
    ("sure_covers", "Comments with a sure one"),
    ("sure_right", "Sure ones that are right"),
    ("calibration", "Calibration error"),
)


class Command(BaseCommand):
    """Learns from few rows, suggests for the rest, and prints how right that was."""

    help = (
        "Learns themes from a few rows of a labelled CSV file with the product's own "
        "code, suggests for all the others and prints how right that was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file, its columns, and how to learn from it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--text", required=True, help="Column of the texts.")
        parser.add_argument("--labels", required=True, help="Column of the labels.")
        parser.add_argument("--separator", default="|", help="Between labels.")
        parser.add_argument(
            "--train", type=_numbers, default=[60, 120, 250, 500], help="60,120,250"
        )
        parser.add_argument("--seeds", type=int, default=5)
        parser.add_argument("--min-label-count", type=int, default=0)
        parser.add_argument(
            "--each", type=_numbers, default=[], help="Also so many of each label."
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, learn, judge and print. Raises CommandError when that cannot be."""
        if options["seeds"] < 1:
            raise CommandError("Give one seed at least.")
        try:
            found = self._found(options)
        except (CannotEvaluate, CannotLearn, OSError, UnicodeError) as failed:
            raise CommandError(str(failed)) from failed
        if options["json"]:
            self.stdout.write(json.dumps(found, indent=2))
        else:
            self._print(found)

    def _found(self, options: dict[str, Any]) -> dict[str, Any]:
        """Return everything that is printed."""
        with options["file"].open(encoding="utf-8-sig", newline="") as lines:
            given = read_labelled(
                lines,
                text=options["text"],
                labels=options["labels"],
                separator=options["separator"],
                min_label_count=options["min_label_count"],
            )
        labels, seeds = given["labels"], options["seeds"]
        splits = [split(labels, train=n, seeds=seeds) for n in options["train"]]
        splits += [split_each(labels, each=n, seeds=seeds) for n in options["each"]]
        began = process_time()
        vectors = _vectors(given)
        seconds = process_time() - began
        lessons = [evaluate(given, vectors=vectors, splits=one) for one in splits]
        return _told(given, lessons, seconds, uses_meaning=vectors is not None)

    def _print(self, found: dict[str, Any]) -> None:
        """Print the figures as a table, a column for each number learned from."""
        meaning = "used" if found["uses_meaning"] else "not installed: words alone"
        self.stdout.write(
            f"{found['texts']} texts, {len(found['labels'])} labels, "
            f"{found['labels_a_text']:.2f} a text; sentence vectors: {meaning}"
        )
        lessons = found["lessons"]
        self._row("Learned from", [str(one["learned_from"]) for one in lessons])
        for name, title in FIGURES:
            self._row(title, [_share(one[name]) for one in lessons])
        self._row("F1, words alone", [_share(one["words_alone_f1"]) for one in lessons])
        self._row("F1, lowest seed", [_share(min(one["f1_seeds"])) for one in lessons])
        self._row("F1, highest seed", [_share(max(one["f1_seeds"])) for one in lessons])
        self._row(
            "Seconds to learn", [f"{one['learn_seconds']:.1f}" for one in lessons]
        )
        self.stdout.write(
            f"{found['texts_a_cpu_second']:.0f} texts a CPU second, vectors included; "
            f"peak memory {found['peak_megabytes']:.0f} MB"
        )

    def _row(self, title: str, cells: list[str]) -> None:
        """Print one row."""
        self.stdout.write(f"{title:<26}" + "".join(f"{cell:>10}" for cell in cells))


def _vectors(given: Labelled) -> Vectors | None:
    """Return the vectors of texts and labels; None where the model is not installed."""
    texts = sentence_vectors(given["texts"])
    labels = sentence_vectors(names(given["labels"]))
    return None if texts is None or labels is None else Vectors(texts, labels)


def _numbers(given: str) -> list[int]:
    """Return the whole numbers between commas; argparse says it when they are not."""
    return [int(one) for one in given.split(",")]


def _share(figure: float | None) -> str:
    """Return a share as it is printed; a dash for none."""
    return "-" if figure is None else f"{figure:.3f}"


def _told(
    given: Labelled, lessons: list[Lesson], seconds: float, *, uses_meaning: bool
) -> dict[str, Any]:
    """Return everything that was found, fit for JSON."""
    texts, labels = given["texts"], given["labels"]
    suggested = sum(one.suggested for one in lessons)
    a_text = seconds / len(texts)
    a_text += sum(one.suggest_seconds for one in lessons) / suggested
    return {
        "texts": len(texts),
        "labels": names(labels),
        "labels_a_text": sum(map(len, labels)) / len(texts),
        "uses_meaning": uses_meaning,
        "bootstrap_draws": DRAWS,
        "lessons": [_lesson(one) for one in lessons],
        "texts_a_cpu_second": 1 / a_text,
        # Linux counts kilobytes.
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    """Return one column: the means over the seeds."""
    seeds, words = len(lesson.found), lesson.words_alone
    return {
        "learned_from": lesson.learned_from,
        "seeds": seeds,
        **{name: lesson.mean(name) for name, _title in FIGURES},
        "f1_seeds": [one["f1"] for one in lesson.found],
        "words_alone_f1": sum(words) / len(words) if words else None,
        "learn_seconds": lesson.learn_seconds / seeds,
    }
