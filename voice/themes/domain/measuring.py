"""Judging the machine by tags that people made without seeing what it proposed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from voice.themes.logic.accuracy import ENOUGH, measure
from voice.themes.logic.learning import CannotLearn, Proposal, ThemeText, learn
from voice.themes.logic.splitting import folds
from voice.themes.models import Training

if TYPE_CHECKING:
    from numpy import ndarray

PARTS = 5
# Measuring learns five times over: done again once there is a tenth more to judge by.
GROWN = 1.1


def measured(
    *,
    texts: Sequence[str],
    labels: Sequence[frozenset[int]],
    vectors: "ndarray[Any, Any] | None",
    themes: Sequence[ThemeText[int]] = (),
    theme_vectors: "ndarray[Any, Any] | None" = None,
    judged: Sequence[int],
    before: Training | None,
) -> dict[str, Any]:
    """Return how right the machine is, as voice.themes.logic.accuracy.Accuracy.

    Each comment of `judged` is proposed themes by a machine that learned from all the
    others but a fifth of `judged`, itself among them. Empty under thirty; what was
    measured `before` is returned while there is hardly more to judge by.
    """
    if len(judged) < ENOUGH:
        return {}
    known = before.accuracy if before else {}
    same_kind = before is not None and before.uses_meaning == (vectors is not None)
    if (
        known
        and same_kind
        and known["comments"] <= len(judged) < known["comments"] * GROWN
    ):
        return dict(known)
    try:
        proposals = _unseen(texts, labels, vectors, judged, (themes, theme_vectors))
    except CannotLearn:
        return {}
    return dict(measure([labels[at] for at in judged], proposals))


def _unseen(
    texts: Sequence[str],
    labels: Sequence[frozenset[int]],
    vectors: "ndarray[Any, Any] | None",
    judged: Sequence[int],
    told: tuple[Sequence[ThemeText[int]], "ndarray[Any, Any] | None"],
) -> list[list[Proposal[int]]]:
    """Return what is proposed for each judged comment by one who has not seen it."""
    found: dict[int, list[Proposal[int]]] = {}
    for part in folds([labels[at] for at in judged], count=PARTS, seed=0):
        out = {judged[place] for place in part}
        kept = [at for at in range(len(texts)) if at not in out]
        asked = sorted(out)
        learned = learn(
            [texts[at] for at in kept],
            [labels[at] for at in kept],
            vectors=None if vectors is None else vectors[kept],
            themes=told[0],
            theme_vectors=told[1],
        )
        proposals = learned.suggest(
            [texts[at] for at in asked], None if vectors is None else vectors[asked]
        )
        found |= dict(zip(asked, proposals, strict=True))
    return [found[at] for at in judged]
