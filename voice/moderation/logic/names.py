"""Names of people: by the words around them, by a list, and by their capitals; pure.

A name is offered to be replaced and never replaced unseen, so what is no name after
all costs a reader one glance.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from voice.moderation.logic.folding import Folded
from voice.moderation.logic.lists import words_in

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
WORKERS = (
    r"(?:social workers?|sw|s/w|pa|personal advis[eo]r|key ?workers?|support workers?"
    r"|youth workers?|family workers?|care workers?|worker|advocate|iro|teacher|tutor"
    r"|head ?teacher|ta|nurse|doctor|therapist|counsell?or|mentor|manager|carer"
    r"|foster (?:carer|mum|mom|mam|dad|parent)|reviewing officer|guardian|solicitor"
    r"|police officer|health visitor|coach)"
)
RELATIONS = (
    r"(?:friends?|mates?|besties?|bff|brothers?|sisters?|bro|sis|cousins?|boyfriend"
    r"|girlfriend|bf|gf|step(?:dad|mum|mom|brother|sister)|dad|mum|mom|mam|uncle"
    r"|aunt(?:ie|y)?|nan|grandad|gran|neighbour|baby|son|daughter|twin|dog|ex|roommate"
    r"|housemate|boy|girl|lad|man|woman|lady|guy|kid)"
)
LINK = r"(?:\s*[,:(-]?\s*(?:(?:is|was|are|were|who is|whos|who was)\s+)?(?P<called>(?:is\s+|was\s+)?(?:called|named|name is|names|name)\s+)?)"
BEFORE_WORKER = re.compile(rf"(?<!\w){WORKERS}{LINK}(?P<name>[^\W\d_][\w'’-]*)")
BEFORE_NAME = re.compile(rf"(?<!\w){RELATIONS}{LINK}(?P<name>[^\W\d_][\w'’-]*)")
CALLED = re.compile(
    r"(?<!\w)(?:called|named|name is|name's|names|name was|nickname is|ask for|asked for"
    r"|speak to|spoke to|known as|میرا نام|نام|mera naam|naam|na imię|volám sa|nazywam się)"
    r"\s+(?P<name>[^\W\d_][\w'’-]*)"
)
AFTER_WORKER = re.compile(
    rf"(?<!\w)(?P<name>[^\W\d_][\w'’-]*)\s*[,(]?\s*(?:is|was)?\s*(?:my|our|the|his|her)"
    rf"\s+(?:\w+\s+)?{WORKERS}(?!\w)"
)
TITLED = re.compile(
    r"(?<!\w)(?:mr|mrs|ms|miss|mx|dr|doctor|sir|uncle|aunt|aunty|auntie|nanny|imam"
    r"|pastor|father|reverend|rev|ustad|ustadh|molvi|chacha|mamu|baji|bhai|pan|pani"
    r"|sergeant|pc|judge)\.?\s+(?P<name>[^\W\d_][\w'’-]*)"
)
URDU_NAME = re.compile(r"(?<!\w)(?P<name>[^\W\d_]+) (?:نام|صاحب|باجی|آنٹی|انکل)(?!\w)")
# Titles that are everyday words too: what follows must look like a name.
SOFT_TITLES = re.compile(r"(?:miss|sir|father|judge|pan|pani|doctor|nanny|uncle|aunt)")
SENTENCE_ENDS = frozenset(".!?\n:;•")
MOSTLY = 0.5


class Name(NamedTuple):
    """Where a name stands in the folded copy, and whether it is a worker's."""

    start: int
    end: int
    is_worker: bool


class _Word(NamedTuple):
    """A word of the text: as folded, where, and how it is written."""

    text: str
    start: int
    end: int
    has_capital: bool
    begins_sentence: bool


@cache
def known_names() -> frozenset[str]:
    """Return the names that are nothing else."""
    return words_in("names") - words_that_are_names()


@cache
def words_that_are_names() -> frozenset[str]:
    """Return the names that are everyday words too."""
    return words_in("names_that_are_words")


@cache
def not_names() -> frozenset[str]:
    """Return the words that are no names."""
    return words_in("not_names")


def names(copy: Folded, original: str) -> Iterator[Name]:
    """Yield the names in a text; `original` tells its capitals."""
    words = _words(copy, original)
    by_start = {word.start: word for word in words}
    shouting = _is_shouted(words)
    for pattern, is_worker in (
        (BEFORE_WORKER, True),
        (AFTER_WORKER, True),
        (BEFORE_NAME, False),
        (CALLED, False),
        (TITLED, False),
        (URDU_NAME, False),
    ):
        for match in pattern.finditer(copy.text):
            word = by_start.get(match.start("name"))
            if word and _is_name(word, match, shouting=shouting):
                yield _with_surname(word, words, is_worker=is_worker)
    for word in words:
        if _stands_out(word, shouting=shouting):
            yield Name(word.start, word.end, is_worker=False)


def _words(copy: Folded, original: str) -> list[_Word]:
    """Return the words of the copy, with how they are written in the original."""
    found: list[_Word] = []
    before = 0
    for match in WORD.finditer(copy.text):
        between = copy.text[before : match.start()]
        begins = not found or any(sign in SENTENCE_ENDS for sign in between)
        first = original[copy.places[match.start()]]
        found.append(
            _Word(match.group(), *match.span(), first != first.lower(), begins)
        )
        before = match.end()
    return found


def _is_shouted(words: list[_Word]) -> bool:
    """Say whether most words have a capital, so that one more tells nothing."""
    return sum(word.has_capital for word in words) > max(3, len(words) * MOSTLY)


def _plain(word: str) -> str:
    """Return a word without what is added to it: “tunde's”."""
    return re.sub(r"['’]s?$", "", word)


def _is_name(word: _Word, match: re.Match[str], *, shouting: bool) -> bool:
    """Say whether a word is a name where the words around it say that one may be."""
    text = _plain(word.text)
    if text in not_names() or len(text) == 1:
        return False
    if text in known_names() or text in words_that_are_names():
        return text in known_names() or word.has_capital or _is_called(match)
    if _is_called(match) or _is_titled(match):
        return True
    return word.has_capital and not shouting


def _is_called(match: re.Match[str]) -> bool:
    """Say whether the words before call it a name outright."""
    return match.re in (CALLED, URDU_NAME) or bool(match.groupdict().get("called"))


def _is_titled(match: re.Match[str]) -> bool:
    """Say whether a title that is nothing else stands before it."""
    return match.re is TITLED and not SOFT_TITLES.match(match.group())


def _with_surname(word: _Word, words: list[_Word], *, is_worker: bool) -> Name:
    """Return the name with a surname that follows with a capital, if one does."""
    end = word.end
    if word.has_capital:
        for then in words:
            if then.start == end + 1 and then.has_capital and not then.begins_sentence:
                if _plain(then.text) not in not_names():
                    end = then.end
                break
    return Name(word.start, end, is_worker)


def _stands_out(word: _Word, *, shouting: bool) -> bool:
    """Say whether a word is a name without help from the words around it."""
    text = _plain(word.text)
    if text in known_names():
        return True
    inside = word.has_capital and not (shouting or word.begins_sentence)
    return inside and text not in not_names() and len(text) > 2
