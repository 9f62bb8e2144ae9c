"""One-vs-rest logistic regression on words and meaning; pure.

Every theme has its own model, told which letters and words a text has (TF-IDF) and
what it means (its vector). A rare theme's texts weigh as much as all the others', so
that what is rare is proposed at all; calibration sets the scores right again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

# Inverse strength of regularisation.
STRENGTH = 10.0
# What words and letters weigh beside the vector, which has length 1.
WORDS_BESIDE_MEANING = 0.5
# Every sign that is no space counts as a word: "👍", "?" and "x" are answers too.
WORD = r"(?u)\w+|[^\w\s]"
# The logit of a theme that all texts or none have in what was learned from.
SURELY = 6.0


@dataclass(frozen=True, slots=True)
class Regression:
    """What words and letters are looked for, and each theme's model."""

    words: Any
    letters: Any
    models: tuple[Any, ...]

    def logits(
        self, texts: Sequence[str], vectors: "ndarray[Any, Any] | None"
    ) -> "ndarray[Any, Any]":
        """Return one row for each text: its logit for each theme, not calibrated."""
        import numpy

        told = _told(self.words, self.letters, texts, vectors)
        return numpy.stack(
            [
                numpy.full(len(texts), model)
                if isinstance(model, float)
                else model.decision_function(told)
                for model in self.models
            ],
            axis=1,
        )


def fit(
    texts: Sequence[str],
    vectors: "ndarray[Any, Any] | None",
    meant: "ndarray[Any, Any]",
) -> Regression:
    """Return what these texts teach; `meant` has a row a text and a column a theme."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(
        ngram_range=(1, 2), sublinear_tf=True, token_pattern=WORD
    ).fit([*texts, "-"])
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True
    ).fit([*texts, "---"])
    told = _told(words, letters, texts, vectors)
    return Regression(words, letters, tuple(_model(told, has) for has in meant.T))


def _model(told: Any, has: "ndarray[Any, Any]") -> Any:
    """Return the model of one theme, or its constant logit."""
    from sklearn.linear_model import LogisticRegression

    if has.all() or not has.any():
        return SURELY if has.all() else -SURELY
    model = LogisticRegression(
        C=STRENGTH, solver="liblinear", class_weight="balanced", random_state=0
    )
    return model.fit(told, has)


def _told(
    words: Any, letters: Any, texts: Sequence[str], vectors: "ndarray[Any, Any] | None"
) -> Any:
    """Return everything the models are told of the texts, a row each."""
    from scipy import sparse

    weight = 1.0 if vectors is None else WORDS_BESIDE_MEANING
    parts = [weight * words.transform(texts), weight * letters.transform(texts)]
    if vectors is not None:
        parts.append(sparse.csr_array(vectors))
    return sparse.hstack(parts).tocsr()
