"""Invented comments that say one theme or two."""

from random import Random

SAYS = {
    "worker": "my social worker changed again and nobody told me who the new one is",
    "food": "the dinner here is cold and we eat the same food every night",
    "school": "teachers at school help me with homework and my lessons are fun",
}


def invented(count, seed=1):
    """Return texts, each of some words of one theme or two, and their themes."""
    dice, texts, labels = Random(seed), [], []
    for _ in range(count):
        themes = dice.sample(sorted(SAYS), dice.choice([1, 1, 1, 2]))
        words = [
            word for theme in themes for word in dice.sample(SAYS[theme].split(), 6)
        ]
        texts.append(" ".join(words))
        labels.append(frozenset(themes))
    return texts, labels
