"""A theme's sentence, and when to use it, in one description and back; pure.

The sentence comes first; each other part under its heading on a line of its own, and so
does the sentence in other languages. A line of the words that looks like a heading, or begins with a backslash, gets a backslash
before it, so that everything comes back as it went.
"""

import re
from typing import TypedDict

from voice.themes.logic.codebook_file import (
    LANGUAGE,
    LONGEST_SENTENCE,
    InLanguage,
    ThemeLine,
)

HEADINGS = {
    "Include when:": "include",
    "Exclude when:": "exclude",
    "Example:": "example",
}


IN_LANGUAGE = re.compile(rf"Sentence in ({LANGUAGE.pattern}):")
WRITTEN_FOR = re.compile(rf"Written in ({LANGUAGE.pattern}) for:")


class Described(TypedDict):
    """What a description holds of a theme."""

    sentence: str
    include: str
    exclude: str
    example: str
    in_languages: tuple[InLanguage, ...]


def describe(line: ThemeLine) -> str:
    """Return everything a theme says in words, in one description."""
    parts = [_kept(line.sentence)]
    for heading, field in HEADINGS.items():
        if words := getattr(line, field):
            parts.append(f"{heading}\n{_kept(words)}")
    for one in line.in_languages:
        parts.append(f"Sentence in {one.language}:\n{_kept(one.words)}")
        parts.append(f"Written in {one.language} for:\n{_kept(one.of)}")
    return "\n\n".join(parts)


def described(words: str, *, is_ours: bool) -> Described:
    """Return what a description says.

    Of another tool's the first line is the sentence, and what follows it says when to
    include.
    """
    if not is_ours:
        return _of_others(words)
    found: dict[str, list[str]] = {"sentence": []}
    field = "sentence"
    for line in words.split("\n"):
        if heading := _heading(line):
            field = heading
            found[field] = []
        else:
            found[field].append(line.removeprefix("\\"))
    told = {name: "\n".join(lines).strip("\n") for name, lines in found.items()}
    return _whole(told)


def _of_others(words: str) -> Described:
    """Return another tool's description: its first line, and the rest."""
    first, _end, rest = words.strip().partition("\n")
    if len(first) > LONGEST_SENTENCE:
        return _whole({"sentence": words})
    return _whole({"sentence": first, "include": rest})


def _heading(line: str) -> str:
    """Return what stands under a line; nothing where it is no heading."""
    if said := IN_LANGUAGE.fullmatch(line):
        return f"words {said[1]}"
    if said := WRITTEN_FOR.fullmatch(line):
        return f"of {said[1]}"
    return HEADINGS.get(line, "")


def _whole(told: dict[str, str]) -> Described:
    """Return every part, empty where nothing was said."""
    return {
        "sentence": told.get("sentence", ""),
        "include": told.get("include", ""),
        "exclude": told.get("exclude", ""),
        "example": told.get("example", ""),
        "in_languages": tuple(
            InLanguage(name[6:], words, told.get(f"of {name[6:]}", ""))
            for name, words in told.items()
            if name.startswith("words ")
        ),
    }


def _kept(words: str) -> str:
    """Return words in which no line is taken for a heading."""
    return "\n".join(
        f"\\{line}" if _heading(line) or line.startswith("\\") else line
        for line in words.split("\n")
    )
