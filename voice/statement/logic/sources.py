"""Where an area for improvement comes from, as one value."""

from dataclasses import dataclass
from datetime import date

from voice.statement.enums import SourceKind


@dataclass(frozen=True, slots=True)
class AreaSource:
    """A recommendation of an inspection, by name, number and date; or our own idea."""

    kind: SourceKind = SourceKind.OURS
    inspection: str = ""
    recommendation: str = ""
    on: date | None = None


OURS = AreaSource()
