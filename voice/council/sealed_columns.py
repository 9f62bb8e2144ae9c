"""Where apps register each column that holds sealed words, so that keys can change.

Every BinaryField of ours whose name begins with “sealed_” must be here: a test looks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from voice.council.enums import KeyPurpose


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """One sealed column: whose key of a row opens it, and what it is bound to.

    `owner` and `place` are asked of a row; `comment` is the path from the row to the
    comment whose life it shares, empty for a comment itself, None when there is none.
    """

    model: str
    column: str
    purpose: KeyPurpose
    owner: Callable[[Any], str]
    place: Callable[[Any], str]
    comment: str | None = None

    @property
    def name(self) -> str:
        """Return model and column, as in surveys.Comment.sealed_words."""
        return f"{self.model}.{self.column}"


_registered: dict[str, SealedColumn] = {}


def register(column: SealedColumn) -> None:
    """Have this column sealed anew when its data keys are rotated."""
    _registered[column.name] = column


def sealed_columns() -> list[SealedColumn]:
    """Return every sealed column, in the order of their names."""
    return [_registered[name] for name in sorted(_registered)]
