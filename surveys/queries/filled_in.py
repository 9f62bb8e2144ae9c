"""Shows what is filled into a sentence later."""

import re

FILLED_IN = re.compile(r"%\((\w+)\)s")


def in_brackets(words: str) -> str:
    """Return `words` for people: what is filled in later stands in brackets."""
    return FILLED_IN.sub(r"[\1]", words)
