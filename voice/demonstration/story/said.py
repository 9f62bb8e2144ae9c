"""What one invented child wrote, and what became of it."""

from typing import NamedTuple


class Said(NamedTuple):
    """A comment of the story.

    `redact` maps exact words to what replaces them; `withhold` is a reason;
    `concern` a concern of the story; `wait` leaves it unread. `quote` is the
    child's own yes; `chosen` puts it among a release's quotes; `refused` is why
    the second signer struck it out.
    """

    words: str
    band: str
    themes: tuple[int, ...] = ()
    quote: bool = True
    chosen: bool = False
    language: str = "en"
    redact: dict[str, str] = {}
    withhold: str = ""
    concern: str = ""
    wait: bool = False
    refused: str = ""
