"""Plain words out of what was pasted: no markup, no hidden characters; pure."""

import html
import re
import unicodedata

# What Word, mail and web pages leave: comments with their contents, styles, tags.
_HIDDEN = re.compile(r"<!--.*?-->|<(style|script|xml)\b.*?</\1\s*>", re.DOTALL | re.I)
_TAG = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>")
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])\s*>", re.I)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
# Format characters that join letters (Persian, Indic, emoji), order them or make a
# flag stay.
_NEEDED = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069") | {
    chr(code) for code in range(0xE0020, 0xE0080)
}


def plain_words(text: str, *, lines: bool = False) -> str:
    """Return `text` without markup or characters nobody sees, its spaces single.

    Line breaks stay when `lines`. Words that only look a little like markup, such
    as "<3" or "a < b", stay as they are.
    """
    if _TAG.search(text):
        text = _HIDDEN.sub("", text)
        text = _TAG.sub("", _BREAK.sub("\n", text))
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = "".join(character for character in text if _is_seen(character))
    said = [" ".join(line.split()) for line in text.split("\n")]
    if not lines:
        return " ".join(line for line in said if line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(said)).strip()


def _is_seen(character: str) -> bool:
    """Say whether a character is a line break, or something people see or need."""
    if character in "\n\t" or character in _NEEDED:
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}
