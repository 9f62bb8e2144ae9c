"""How whatever belongs to a concern is sealed: under the safeguarding key."""

from voice.council.domain.keys import open_content, open_text, seal_content, seal_text
from voice.council.enums import KeyPurpose

OWNER = "safeguarding"


def seal_for_leads(text: str, place: str) -> bytes:
    """Return `text` sealed for one column of one row, its `place`."""
    return seal_text(text, owner=OWNER, purpose=KeyPurpose.SAFEGUARDING, bound_to=place)


def open_for_leads(sealed: bytes | memoryview | None, place: str) -> str:
    """Return what was sealed for `place`; empty when there is nothing."""
    if sealed is None:
        return ""
    return open_text(
        sealed, owner=OWNER, purpose=KeyPurpose.SAFEGUARDING, bound_to=place
    )


def seal_recording_for_leads(content: bytes, place: str) -> bytes:
    """Return a recording's bytes sealed for `place`."""
    return seal_content(
        content, owner=OWNER, purpose=KeyPurpose.SAFEGUARDING, bound_to=place
    )


def open_recording_for_leads(sealed: bytes | memoryview, place: str) -> bytes:
    """Return the bytes that were sealed for `place`."""
    return open_content(
        sealed, owner=OWNER, purpose=KeyPurpose.SAFEGUARDING, bound_to=place
    )
