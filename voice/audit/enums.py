"""The ways an audit can be broken."""

from enum import StrEnum


class Tampering(StrEnum):
    """What a check of the audit can find."""

    EDITED = "edited"
    DELETED = "deleted"
    INSERTED = "inserted"
    REORDERED = "reordered"
    UNSEALED = "unsealed"
    CUT = "cut"
