"""Who is named in a text, however the name is disguised; pure."""

import re
from collections.abc import Hashable, Mapping

from voice.moderation.logic.folding import folded
from voice.moderation.logic.matching import matches, tree, words_of

# What is added to a name and is none of it: “Ruth Shaw (on leave)”.
ADDED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir"})
SHORTEST = 2


def name_words(name: str) -> list[str]:
    """Return the words of a person's name, each half of a double name too.

    A title is no name, and one letter is none.
    """
    plain = ADDED.sub(" ", folded(name).text)
    words: dict[str, None] = {}
    for whole in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain):
        for word in (whole, *re.split("['’-]", whole)):
            if len(word) >= SHORTEST and word not in TITLES:
                words[word] = None
    return list(words)


def named_in[Key: Hashable](text: str, people: Mapping[Key, str]) -> set[Key]:
    """Return the keys of those `people` (key to name) of whom a name stands in `text`.

    As a whole word on the folded copy: hidden characters, look-alikes, repeated
    letters, letters apart and masks are seen through. “Ruth's” names Ruth. A name
    that is a word of every day ("Grace") is found in it: rather one too many.
    """
    keys = {str(place): key for place, key in enumerate(people)}
    phrases = [
        (words_of(ending), place)
        for place, key in keys.items()
        for word in name_words(people[key])
        for ending in (word, f"{word}s")
    ]
    found = matches(tree(phrases), folded(text)) if phrases else []
    return {keys[match.source] for match in found}
