"""How hard a wording is to read: reading age, and sentences that are long; pure.

The formula is our own. For English,

    reading age = 4 + 0.3 x words a sentence + 30 x share of long words

where a word is long when it has three syllables or more and is not one that every
young child knows; the share is taken of ten words at least, so that a short question
with one long word is not called hard. It was set by the sentences that
tests/surveys/logic/test_readability.py holds it to: "I like my home." comes out at 5,
a council's own sentence at 15. It says where to look again; it is not a measurement of
a child. Other languages are not measured.
"""

import re
from collections.abc import Iterator

MEASURED = frozenset({"en"})
LONGEST_SENTENCE = 15
YOUNGEST_AGE, OLDEST_AGE = 5.0, 18.0
BASE, A_WORD, LONG_SHARE = 4.0, 0.3, 30.0
LONG_FROM, FEWEST_WORDS = 3, 10

# Three syllables and more, but said at home and in every class of an infant school.
FAMILIAR = frozenset(
    [
        "animal",
        "animals",
        "another",
        "anybody",
        "anyone",
        "anything",
        "banana",
        "beautiful",
        "birthday",
        "cereal",
        "computer",
        "different",
        "dinosaur",
        "difficult",
        "elephant",
        "everybody",
        "everyday",
        "everyone",
        "everything",
        "everywhere",
        "family",
        "families",
        "favourite",
        "grandmother",
        "grandfather",
        "hospital",
        "holiday",
        "holidays",
        "idea",
        "ideas",
        "important",
        "library",
        "every",
        "medicine",
        "nobody",
        "o'clock",
        "playground",
        "potato",
        "remember",
        "saturday",
        "somebody",
        "telephone",
        "television",
        "tomorrow",
        "together",
        "umbrella",
        "understand",
        "unhappy",
        "video",
        "videos",
        "yesterday",
    ]
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
END = re.compile(r"[.!?…؟۔।]+(?=\s|$)|\n+")
VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`; a new line ends one too.

    Full stops of Urdu, Arabic and the scripts of India end sentences as well.
    """
    return [part for part in map(str.strip, END.split(text)) if WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of `text`: letters, held together by ' and -."""
    return WORD.findall(text)


def long_sentences(text: str, *, most: int = LONGEST_SENTENCE) -> Iterator[str]:
    """Give the sentences of more than `most` words (Easy Read: 15), in any language."""
    return (sentence for sentence in sentences(text) if len(words(sentence)) > most)


def syllables(word: str) -> int:
    """Return how many syllables an English word has, about: groups of vowels.

    A silent e at the end is none, but -le after a consonant is one; a hyphen joins
    two words.
    """
    return sum(_syllables(part) for part in re.split("-", word.lower()) if part)


def reading_age(text: str, *, language: str) -> float | None:
    """Return the age at which `text` is read with ease, 5 to 18; see the module.

    None where there are no words, and in a language that is not measured.
    """
    found = words(text)
    if language not in MEASURED or not found:
        return None
    a_sentence = len(found) / len(sentences(text))
    share = sum(map(_is_long, found)) / max(len(found), FEWEST_WORDS)
    age = BASE + A_WORD * a_sentence + LONG_SHARE * share
    return round(min(max(age, YOUNGEST_AGE), OLDEST_AGE), 1)


def _is_long(word: str) -> bool:
    """Say whether a word is long and not one that every child knows."""
    return word.lower() not in FAMILIAR and syllables(word) >= LONG_FROM


def _syllables(word: str) -> int:
    """Return how many syllables a word without a hyphen has, at least one."""
    groups = len(VOWELS.findall(word))
    silent = re.search(r"[^aeiouy](?:e|es|ed)$", word) and not re.search(
        r"(?:[^aeiouy]le|[td]ed|[sxzc]es|[cs]hes|ges)$", word
    )
    return max(groups - bool(silent), 1)
