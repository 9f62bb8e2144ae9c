"""Other ways in which young people spell the words of a phrase; pure.

A phrase on a list is found with each word as others write it ("wanna" for "want to"),
and with one slip of the pen in a long word ("suicdie", "scarred"), so that the lists
stay short enough to be kept by people.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, product

# A word as the lists write it, and as it is written elsewhere. All folded.
_AS_WRITTEN = {
    "you": ("u", "ya", "yu"),
    "your": ("ur", "yr"),
    "are": ("r",),
    "to": ("2", "too"),
    "for": ("4",),
    "be": ("b",),
    "before": ("b4",),
    "with": ("wiv", "wit", "wth"),
    "want": ("wnt", "whant", "wont"),
    "wants": ("wnts", "whants"),
    "going": ("goin", "gona", "gunna"),
    "my": ("mi", "ma"),
    "myself": ("my self", "meself", "miself", "mesel", "mysen"),
    "me": ("mee",),
    "him": ("im", "hym"),
    "he": ("hee",),
    "is": ("iz",),
    "was": ("woz", "wuz", "wos"),
    "the": ("da", "teh", "th"),
    "them": ("dem", "em"),
    "dont": ("do not", "dnt", "dunt", "donot", "dont not"),
    "doesnt": ("does not", "dosent", "dosnt", "doesent"),
    "cant": ("can not", "canot", "carnt", "cnt"),
    "cannot": ("cant",),
    "wont": ("will not", "wnt"),
    "im": ("i am", "am", "iam"),
    "ive": ("i have", "i hav"),
    "hes": ("he is",),
    "shes": ("she is",),
    "kill": ("kil", "kll"),
    "killing": ("kiling", "killin"),
    "hit": ("hitt",),
    "hits": ("hitz",),
    "hurt": ("hert", "hrt", "hurrt"),
    "hurts": ("herts", "hrts"),
    "hurting": ("herting", "hurtin"),
    "touch": ("tuch", "toch"),
    "touches": ("tuches", "toches", "tuchs"),
    "touched": ("tuched", "toched", "tutched"),
    "die": ("dye", "dy"),
    "dead": ("ded",),
    "scared": ("scard", "scaird", "scerd", "skared", "sceard"),
    "afraid": ("afrayd", "afriad"),
    "suicide": ("sucide", "suiside", "suecide", "suacide", "suicid", "sewerside"),
    "suicidal": ("sucidal", "suisidal"),
    "knife": ("nife", "knif"),
    "abuse": ("abuze", "abus"),
    "abused": ("abuzed", "abusd"),
    "because": ("cos", "coz", "cause", "bcoz"),
    "people": ("ppl", "peple", "poeple"),
    "hate": ("h8",),
    "safe": ("saf", "saef"),
    "enough": ("enuf", "enouf"),
    "food": ("fud",),
    "night": ("nite",),
    "nothing": ("nuffin", "nothin", "nuthing", "nuttin"),
    "something": ("sumthing", "somethin", "summat"),
    "anymore": ("any more", "anymor", "nomore", "no more"),
    "anyone": ("any1", "anybody", "any one"),
    "wouldnt": ("would not", "wudnt"),
    "should": ("shud",),
    "would": ("wud",),
    "what": ("wat", "wot"),
    "wish": ("wich", "whish"),
    "wake": ("wak",),
    "live": ("liv",),
    "living": ("livin",),
    "pictures": ("pics", "pix", "photos"),
    "pics": ("pix", "photos", "pictures"),
    "mum": ("mom", "mam", "mummy"),
    "dad": ("daddy",),
    "and": ("n", "an"),
    "go": ("goo",),
    "home": ("hom",),
}


def _once(words: str) -> str:
    """Return words with repeated letters once, as the tree has them."""
    return "".join(letter for letter, _run in groupby(words))


SPELLINGS = {
    _once(word): tuple(_once(other) for other in others)
    for word, others in _AS_WRITTEN.items()
}
VOWELS = "aeiou"
MOST = 60
# A word this long is still itself with one slip.
LONG_WORD = 6


def spellings(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a phrase (folded) in each way they may be written."""
    made: dict[tuple[str, ...], None] = {tuple(words): None}
    for place, word in enumerate(words):
        for other in slips(word):
            made[(*words[:place], other, *words[place + 1 :])] = None
    choices = [(word, *SPELLINGS.get(word, ())) for word in words]
    for count, chosen in enumerate(product(*choices)):
        if count >= MOST:
            break
        made[tuple(" ".join(chosen).split())] = None
    yield from made


def slips(word: str) -> Iterator[str]:
    """Yield a long word with one inner letter left out, swapped, or another vowel."""
    if len(word) < LONG_WORD or not word.isascii():
        return
    if word.endswith("ing"):
        yield word[:-1]
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        if word[place] in VOWELS:
            for vowel in VOWELS:
                yield word[:place] + vowel + word[place + 1 :]
