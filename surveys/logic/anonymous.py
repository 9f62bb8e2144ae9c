"""Finds a promise nobody can keep: that answers are anonymous; pure.

A code, a small group, a voice or what is written can tell who somebody is. So no page
says the word (docs/glossary.md); where the name is not asked, that is what it says.
"""

import re

# In the languages that are asked and published in, as the word begins.
STEMS = ("anonym", "anonim", "névtelen", "گمنام", "مجهول", "ਗੁਮਨਾਮ", "ਬੇਨਾਮ", "বেনাম")
FINDER = re.compile(rf"(?:{'|'.join(STEMS)})\w*", re.IGNORECASE)


def anonymous_in(text: str) -> str:
    """Return the first word of `text` that says "anonymous"; empty when none does."""
    found = FINDER.search(text)
    return found[0] if found else ""
