"""Finds phrases in a text however they are written; pure.

A phrase is found with its letters repeated ("diiie"), apart ("s u i c i d e",
"k.i.l.l"), run together ("killmyself"), masked ("r*pe") or with signs in place of
letters ("su1c1de"). It must begin and end where a word does. A `*` of a phrase stands
for up to three words. All phrases are walked at once, as one tree of letters, so that
the time taken hardly grows with the list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from voice.moderation.logic.confusables import MASKS, STANDS_FOR
from voice.moderation.logic.folding import Folded, folded, is_letter

APOSTROPHES = frozenset("'’‘`´ʼ′")
WORD_ENDS = " "
GAP = "*"
LONGEST_GAP = 3
# Words from this long on may be cut anywhere ("su ici de"), and be found inside a run
# of letters ("ithinkhehitsme"). Shorter ones may not: "be at me" is not "beat me".
LONG_WORD = 6
ODD_PIECE = 2
# A phrase written apart is looked for this far and no further.
LONGEST = 240


class Sign(NamedTuple):
    """A letter (or run of it), a sign between words, or one that may be either."""

    text: str
    start: int
    end: int
    is_letter: bool


@dataclass(slots=True)
class Node:
    """What may follow, by letter; what is found when a phrase of `words` ends here."""

    after: dict[str, "Node"] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)
    words: int = 1


class Match(NamedTuple):
    """Where a phrase stands in the folded copy, and the list it is on."""

    start: int
    end: int
    source: str


class _At(NamedTuple):
    """Where a walk is: in the tree, in the text, and what it read last."""

    node: Node
    place: int
    last: str = ""
    # Letters since a sign that is none; letters of the word; and whether a space stood
    # where only a long word may have one.
    piece: int = 0
    length: int = 0
    cut: bool = False


def words_of(phrase: str) -> list[str]:
    """Return a phrase's words folded as comments are, repeated letters once."""
    words: list[str] = []
    letters: list[str] = []
    for sign in signs(folded(phrase)):
        if sign.is_letter:
            letters.append(sign.text)
            continue
        if letters:
            words.append("".join(letters))
            letters = []
        if sign.text == GAP:
            words.append(GAP)
    return [*words, "".join(letters)] if letters else words


def tree(phrases: Iterable[tuple[Sequence[str], str]]) -> Node:
    """Return the tree of (words, source) phrases; `words` as words_of gives them."""
    root = Node()
    for words, source in phrases:
        node = root
        for letter in WORD_ENDS.join(words):
            count = node.words + (letter == WORD_ENDS)
            node = node.after.setdefault(letter, Node(words=count))
        if node is not root:
            node.found.add(source)
    return root


def signs(copy: Folded) -> list[Sign]:
    """Return a folded copy with repeated letters once, and apostrophes left out."""
    found: list[Sign] = []
    for place, text in enumerate(copy.text):
        if text in APOSTROPHES:
            continue
        letter = is_letter(text)
        once = not (text.isdigit() or text in MASKS)
        if once and found and found[-1].text == text:
            found[-1] = found[-1]._replace(end=place + 1)
        else:
            found.append(Sign(text, place, place + 1, letter))
    return found


def matches(root: Node, copy: Folded) -> list[Match]:
    """Return every place of the copy where a phrase of the tree stands."""
    text = signs(copy)
    found = {
        Match(text[start].start, text[end - 1].end, source)
        for start in _starts(text)
        for node, end in _walk(root, text, start)
        if _word_ends(text, end)
        for source in node.found
    }
    for run in _long_runs(text):
        found |= {
            Match(run[start].start, run[end - 1].end, source)
            for start in range(len(run))
            for node, end in _walk(root, run, start)
            if end - start >= LONG_WORD and node.words > 1
            for source in node.found
        }
    return sorted(found)


def _starts(text: Sequence[Sign]) -> Iterator[int]:
    """Yield where words begin; a sign that may be a letter begins one too."""
    for place, sign in enumerate(text):
        begins = sign.is_letter or sign.text in STANDS_FOR
        if begins and (place == 0 or not text[place - 1].is_letter):
            yield place


def _long_runs(text: Sequence[Sign]) -> Iterator[list[Sign]]:
    """Yield the runs of letters long enough to hold words run together."""
    for are_letters, run in groupby(text, key=lambda sign: sign.is_letter):
        together = list(run)
        if are_letters and len(together) >= LONG_WORD:
            yield together


def _walk(root: Node, text: Sequence[Sign], start: int) -> Iterator[tuple[Node, int]]:
    """Yield where phrases that begin at `start` end, and the node reached."""
    begun = _At(root, start)
    waiting, seen = list(_read(begun, text[start])), set()
    while waiting:
        at = waiting.pop()
        if at.node.found and at.piece and _may_end(at):
            yield at.node, at.place
        if at.place >= len(text) or at.place - start > LONGEST:
            continue
        for then in _next(at, text):
            key = (id(then.node), *then[1:3], min(then.piece, 3), then.cut)
            if key not in seen:
                seen.add(key)
                waiting.append(then)


def _word_ends(text: Sequence[Sign], place: int) -> bool:
    """Say whether no letter stands at `place`."""
    return place >= len(text) or not text[place].is_letter


def _may_end(at: _At) -> bool:
    """Say whether a word may end here: one cut oddly must be a long one."""
    return not at.cut or at.length >= LONG_WORD


def _next(at: _At, text: Sequence[Sign]) -> Iterator[_At]:
    """Yield where a walk may go on from `at`."""
    sign = text[at.place]
    yield from _read(at, sign)
    if at.last:
        yield from _end_word(at, text)
    elif GAP in at.node.after:
        yield from _over_gap(at, text)
    if not sign.is_letter:
        cut = bool(at.last) and at.piece == ODD_PIECE and sign.text.isspace()
        yield at._replace(place=at.place + 1, piece=0, cut=at.cut or cut)


def _end_word(at: _At, text: Sequence[Sign]) -> Iterator[_At]:
    """Yield where a walk is once the phrase's word has ended.

    “wanttodie”: a letter written twice may end one word and begin the next.
    """
    ended = at.node.after.get(WORD_ENDS)
    if ended is None or not _may_end(at):
        return
    yield _At(ended, at.place)
    before = text[at.place - 1]
    if before.end - before.start > 1 and before.text in ended.after:
        yield _At(ended.after[before.text], at.place, before.text, 1, 1)


def _read(at: _At, sign: Sign) -> Iterator[_At]:
    """Yield where reading `sign` as a letter leads."""
    letters = set(STANDS_FOR.get(sign.text, ""))
    if sign.is_letter:
        letters.add(sign.text)
    elif sign.text in MASKS and at.piece:
        letters |= at.node.after.keys() - {WORD_ENDS, GAP}
    for letter in letters:
        nodes = [at.node] if letter == at.last else []
        if letter in at.node.after:
            nodes.append(at.node.after[letter])
        for node in nodes:
            yield _At(
                node, at.place + 1, letter, at.piece + 1, at.length + 1, cut=at.cut
            )


def _over_gap(at: _At, text: Sequence[Sign]) -> Iterator[_At]:
    """Yield where a walk is after none to three words of the text."""
    beyond = at.node.after[GAP].after.get(WORD_ENDS)
    if beyond is None:
        return
    place = at.place
    for _word in range(LONGEST_GAP + 1):
        yield _At(beyond, place)
        while place < len(text) and not text[place].is_letter:
            place += 1
        while place < len(text) and text[place].is_letter:
            place += 1
        if place >= len(text):
            return
