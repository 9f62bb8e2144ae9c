"""One-vs-rest logistic regression on words and meaning; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

# Inverse strength of regularisation.
STRENGTH = 10.0
# A theme everybody or nobody has in what is learned from is a constant.
SURELY = 6.0


@dataclass(frozen=True, slots=True)
class Regression:
    """The words' weights and the themes' models."""

    words: Any
    letters: Any
    models: tuple[Any, ...]

    def scores(
        self, texts: Sequence[str], vectors: "ndarray[Any, Any] | None"
    ) -> "ndarray[Any, Any]":
        """Return one row for each text: its logit for each theme."""
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

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit(texts)
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True
    ).fit(texts)
    told = _told(words, letters, texts, vectors)
    return Regression(words, letters, tuple(_model(told, one) for one in meant.T))


def _model(told: Any, has: "ndarray[Any, Any]") -> Any:
    """Return the model of one theme, or its constant logit."""
    from sklearn.linear_model import LogisticRegression

    if has.all() or not has.any():
        return SURELY if has.all() else -SURELY
    return LogisticRegression(C=STRENGTH, solver="liblinear").fit(told, has)


def _told(
    words: Any, letters: Any, texts: Sequence[str], vectors: "ndarray[Any, Any] | None"
) -> Any:
    """Return everything the models are told of the texts, a row each."""
    from scipy import sparse

    parts = [0.7 * words.transform(texts), 0.7 * letters.transform(texts)]
    if vectors is not None:
        parts.append(sparse.csr_array(vectors))
    return sparse.hstack(parts).tocsr()
