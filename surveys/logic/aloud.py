"""How far each wording is on its way to being heard; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from surveys.logic.definition import Sound
from surveys.logic.drafts import Draft, Part, Written, parts_to_word
from surveys.logic.piping import is_broken, pipes_in

Place = tuple[str, str]
"""A language, and an age band or ANY_BAND."""


class Heard(Enum):
    """With what one wording can be listened to."""

    PERSON = "person"
    OLD = "old"
    """A person recorded it, and the words have changed since."""
    MACHINE = "machine"
    NOTHING = "nothing"
    PIPED = "piped"
    """An earlier answer stands in it: nobody can record it beforehand."""


@dataclass(frozen=True)
class Spoken:
    """One wording with words of its own: those words, and how they are heard."""

    part: Part
    words: str
    heard: Heard
    sound: Sound | None = None

    @property
    def name(self) -> tuple[str, str]:
        """Return what names the part within its survey."""
        return self.part.name

    @property
    def wants_draft(self) -> bool:
        """Say whether a machine's draft would help here."""
        return self.heard in {Heard.NOTHING, Heard.MACHINE}


def spoken_in(draft: Draft, written: Iterable[Written], place: Place) -> list[Spoken]:
    """Return every wording of one language and band, in the order it is read.

    Only those with words of their own: the others say what every band's say.
    """
    is_base = place == (draft.base_language, "")
    here = {
        (one.key, one.part): one
        for one in written
        if (one.language, one.age_band) == place
    }
    found = []
    for part in parts_to_word(draft):
        own = here.get(part.name)
        words = (own and own.text) or (part.text if is_base else "")
        if part.is_heard and words:
            found.append(_spoken(part, words, own))
    return found


def _spoken(part: Part, words: str, own: Written | None) -> Spoken:
    """Return how one wording that says `words` is heard."""
    sound = own.sound if own else None
    if own is None or sound is None:
        piped = pipes_in(words) or is_broken(words)
        return Spoken(part, words, Heard.PIPED if piped else Heard.NOTHING)
    changed = bool(own.said) and own.said != words
    if sound.get("machine"):
        heard = Heard.NOTHING if changed else Heard.MACHINE
        return Spoken(part, words, heard, None if changed else sound)
    return Spoken(part, words, Heard.OLD if changed else Heard.PERSON, sound)
