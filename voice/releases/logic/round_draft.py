"""An earlier round as it is shown before it is kept."""

import hashlib
from dataclasses import dataclass
from datetime import date

from voice.releases.logic.canonical import canonical
from voice.releases.logic.tables import Tables


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """What was read of a file, protected already."""

    title: str
    source: str
    held_on: date
    tables: Tables

    @property
    def content_hash(self) -> str:
        """Return the SHA-256 of all it tells."""
        content = {
            "title": self.title,
            "source": self.source,
            "held_on": self.held_on.isoformat(),
            "tables": dict(self.tables),
        }
        return hashlib.sha256(canonical(content).encode()).hexdigest()
