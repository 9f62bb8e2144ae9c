"""What a reply of the story is made of."""

from collections.abc import Mapping
from typing import NamedTuple

from voice.council.enums import EasyPicture
from voice.replies.enums import PromiseState, ReplyPart


class ToldWords(NamedTuple):
    """A reply in one language; {answered} is the release's protected figure.

    `age_bands` are who reads it; none are all who were asked.
    """

    language: str
    you_said: str
    we_did: str
    we_will: str
    we_will_not: str
    why_not: str
    next: str
    thanks: str
    heard_from_few: str = ""
    age_bands: tuple[str, ...] | None = None


class ToldPromise(NamedTuple):
    """A promise in English and Urdu, and how it stands."""

    text: tuple[str, str]
    owner_title: str
    due: int
    state: PromiseState
    reason: tuple[str, str] = ("", "")
    new_due: int | None = None
    action: str = ""


class ToldRow(NamedTuple):
    """One row of easy read."""

    part: ReplyPart
    picture: EasyPicture
    words: str


class ToldReply(NamedTuple):
    """A reply of the story.

    `themes` says by name where each theme is answered, or in a sentence why it is not.
    `easy` are the rows of easy read, by language; `read_first` says that young editors
    read it before it was out.
    """

    consultation: str
    published: int
    words: tuple[ToldWords, ...]
    promises: tuple[ToldPromise, ...]
    themes: dict[str, ReplyPart | str]
    easy: Mapping[str, tuple[ToldRow, ...]]
    read_first: bool = False
