"""Odd words, numbers and names that every kind of malformed request draws from."""

import json
from random import Random

ODD = (
    "",
    "\0",
    "a\0b",
    "\ufeff",
    "\u202e\u2066",
    "‮gnp.exe",
    "e\u0301" * 200,
    "👩‍👩‍👧‍👦" * 50,
    "'; DROP TABLE surveys_response; --",
    '" OR ""="',
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}",
    "{% load static %}",
    "../../../../etc/passwd",
    "%s%n%x",
    "=HYPERLINK(1)",
    "999999999999999999999999999999",
    "-1",
    "0",
    "1e400",
    "NaN",
    "٣",
    "²",
    "1_000",
    "None",
    "true",
    "[]",
    "{}",
    "00000000-0000-0000-0000-000000000000",
    "2026-02-30",
    "0000-00-00",
    "\r\nSet-Cookie: a=b",
    "\x7f\x1b[31m",
    "A" * 10_000,
)
# Bytes that are no UTF-8, or that no text should hold.
RAW = (
    b"\xff\xfe\x00\x00",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf8\x88\x80\x80\x80",
    b"\x00" * 40,
    b"\x80abc",
    b"\xe2\x28\xa1",
)
CHARSETS = (
    "utf-16",
    "utf-7",
    "utf-32-be",
    "rot13",
    "hex",
    "base64",
    "zlib",
    "idna",
    "punycode",
    "raw_unicode_escape",
    "unicode_escape",
    "undefined",
    "cp037",
    "nothing",
    "\0",
    "a" * 500,
    "utf-8; charset=utf-16",
)
QUESTIONS = (
    "know_worker",
    "what_helps",
    "where",
    "happy",
    "listens",
    "rest",
    "safe",
    "first",
    "since",
    "pause",
)
"""Questions answered by choosing: nothing odd is an answer to one of these."""


def word(rng: Random) -> str:
    """Return odd words."""
    return rng.choice(ODD)


def deep(rng: Random) -> bytes:
    """Return JSON many times inside itself, whole or cut."""
    times = rng.choice((100, 1_500, 20_000, 100_000))
    opens, shuts = rng.choice(((b"[", b"]"), (b'{"a":', b"}"), (b'[{"":', b"}]")))
    inside = rng.choice((b"1", b'"\\ud800"', b"1e999", b"-", b"9" * 5_000))
    return opens * times + inside + (shuts * times if rng.random() < 0.5 else b"")


def flat(rng: Random) -> bytes:
    """Return JSON that is well made and nothing we know."""
    return json.dumps(
        {word(rng): [word(rng), rng.randint(-(10**30), 10**30), None] for _ in range(4)}
    ).encode()
