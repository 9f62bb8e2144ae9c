"""Prints how many texts a second are screened: python -m tests.benchmarks.screening.

Beside it the same texts through one plain regular expression of the same phrases, the
floor that a list without misspellings, disguises or places would cost.
"""

import re
import time
from pathlib import Path

from tests.benchmarks.rows import Row, tell
from voice.moderation.logic.lists import LANGUAGES, lines_of
from voice.moderation.logic.measuring import read_labelled
from voice.moderation.logic.screening import lists, phrases_in, screen

LABELLED = Path("tests/moderation/labelled/sentences.tsv")
ROUNDS = 5


def texts_a_second(look, texts):
    """Return the best of a few rounds."""
    best = 0.0
    for _round in range(ROUNDS):
        before = time.process_time()
        for text in texts:
            look(text)
        best = max(best, len(texts) / (time.process_time() - before))
    return best


def main():
    """Measure both and print their ratio."""
    sentences = read_labelled(LABELLED.read_text(encoding="utf-8").splitlines())
    texts = [one.text for one in sentences]
    phrases = {code: lines_of(f"worries_{code}") for code in LANGUAGES}
    before = time.process_time()
    ready = lists(phrases=phrases)
    print(f"Lists made ready in {time.process_time() - before:.2f} s")
    every = [phrase for lines in phrases.values() for phrase in phrases_in(lines)]
    plain = re.compile("|".join(map(re.escape, every)), re.IGNORECASE)
    ours = texts_a_second(lambda text: screen(text, lists=ready), texts)
    theirs = texts_a_second(plain.search, texts)
    print(f"Screening           {ours:>10,.0f} texts a CPU second")
    print(f"One plain search    {theirs:>10,.0f}")
    tell(
        Row(
            "texts screened a CPU second; beside it, one plain search",
            f"{ours:,.0f}",
            beside=f"{theirs:,.0f}",
            ratio=f"{ours / theirs:.3f} (more is quicker)",
        )
    )
    print(f"Ratio               {theirs / ours:>10.1f} times the plain search")


if __name__ == "__main__":
    main()
