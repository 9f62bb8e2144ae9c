"""Finds planted words in whatever a place holds, packed away or not."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterable, Iterator

from voice.leaks.planted import Planted

PACKED = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
ALIGNMENTS = 3


class Needles:
    """All planted words, to be looked for at once."""

    def __init__(self, words: dict[str, Planted]) -> None:
        self.names = {planted.word.encode(): name for name, planted in words.items()}
        self._in_base64 = {
            form: name
            for word, name in self.names.items()
            for form in _base64_forms(word)
        }

    def in_text(self, text: str) -> set[str]:
        """Return the names of the words that `text` holds."""
        return self._found(text.encode("utf-8", "surrogatepass"))

    def in_value(self, value: object) -> set[str]:
        """Return the names of the words a column holds, in clear, base64 or zipped."""
        if isinstance(value, bytes | bytearray | memoryview):
            raw = bytes(value)
        else:
            raw = str(value).encode("utf-8", "surrogatepass")
        return {name for layer in _layers(raw) for name in self._found(layer)}

    def in_file(self, content: bytes) -> set[str]:
        """Return the names of the words a file holds, in clear or as base64."""
        found = self._found(content)
        for form, name in self._in_base64.items():
            if form in content:
                found.add(name)
        return found

    def _found(self, raw: bytes) -> set[str]:
        folded = raw.lower()
        return {name for word, name in self.names.items() if word in folded}


def _base64_forms(word: bytes) -> Iterable[bytes]:
    """Return how `word` looks inside base64, wherever in the text it begins."""
    for offset in range(ALIGNMENTS):
        encoded = base64.b64encode(b"\0" * offset + word)
        # The first and last characters depend on what stands beside the word.
        yield encoded[4 if offset else 0 : -4]


def _layers(raw: bytes) -> Iterator[bytes]:
    """Yield `raw`, and whatever can be unpacked from it."""
    yield raw
    for packed in PACKED.findall(raw):
        stripped = packed.rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        try:
            opened = base64.b64decode(stripped + b"=" * (-len(stripped) % 4))
        except binascii.Error:
            continue
        yield opened
        try:
            yield zlib.decompress(opened)
        except zlib.error:
            continue
