"""A theme's sentence in other languages, each beside the sentence it was written for; pure.

What two people signed is the sentence in the base language. Words in another language
are told in its place only where they were written for that very sentence.
"""

import re
from collections.abc import Mapping
from typing import TypedDict

NUMBERS = re.compile(r"\d+")


class Wording(TypedDict):
    """What a theme says in one language, and the sentence that was worded so."""

    words: str
    of: str


type Wordings = dict[str, Wording]


def worded_anew(
    wordings: Wordings,
    said: Mapping[str, str],
    *,
    sentence: str,
    fitting: frozenset[str] = frozenset(),
) -> Wordings:
    """Return the wordings once `said` was written, by language, beside `sentence`.

    Words that nobody touched stay those of the sentence they were written for, but in
    languages of `fitting`, where somebody looked and they fit this one. Empty words are
    taken away; languages that `said` does not name stay.
    """
    kept = dict(wordings)
    for language, words in said.items():
        was = kept.get(language)
        if not words:
            kept.pop(language, None)
        elif was is None or was["words"] != words or language in fitting:
            kept[language] = {"words": words, "of": sentence}
    return kept


def not_for(wordings: Wordings, sentence: str) -> list[str]:
    """Return the languages whose words were written for another sentence, in order."""
    return sorted(
        language for language, one in wordings.items() if one["of"] != sentence
    )


def numbers_brought(words: str, sentence: str) -> list[str]:
    """Return the numbers in `words` that the sentence has not, in any script's digits."""
    known = {int(one) for one in NUMBERS.findall(sentence)}
    return [one for one in NUMBERS.findall(words) if int(one) not in known]
