"""Words of a codebook, in the one form that every file can carry; pure.

XML 1.0 (section 2.2) has no place for most control characters, and reads every line
end as a line feed (section 2.11): what is kept has neither, so it comes back as it went.
"""

import re

# What XML 1.0 cannot hold.
UNFIT = re.compile(r"[^\t\n\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def tidy(words: str) -> str:
    """Return `words` with line feeds alone, and nothing that a file could not hold."""
    return UNFIT.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def tidy_line(words: str) -> str:
    """Return `words` on one line."""
    return " ".join(tidy(words).split())
