"""What the machine proposes for a comment, and what it knows of a theme; pure."""

from collections.abc import Hashable
from dataclasses import dataclass

from voice.themes.enums import Likeliness

# Chips under a comment.
MOST = 3


@dataclass(frozen=True, slots=True)
class Proposal[K: Hashable]:
    """A theme a comment may say; `score` from 0 to 1."""

    theme: K
    score: float
    likeliness: Likeliness


@dataclass(frozen=True, slots=True)
class ThemeText[K: Hashable]:
    """A theme in words: its name, its sentence, its examples; no comment's words."""

    theme: K
    sentences: tuple[str, ...]
