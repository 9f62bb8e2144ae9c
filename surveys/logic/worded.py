"""Everything a survey says, found by question, part, language and band; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from surveys.logic.definition import ANY_BAND, Picture, Sound
from surveys.logic.drafts import OPTION, Draft, Written, parts_of

Place = tuple[str, str, str, str]
Texts = dict[Place, str]


@dataclass(frozen=True)
class Worded:
    """Every text, picture and sound of a survey, by key, part, language and band."""

    texts: dict[Place, str]
    pictures: dict[Place, Picture]
    sounds: dict[Place, Sound]

    def bands_of(self, key: str, language: str) -> set[str]:
        """Return the bands with something of their own for `key`."""
        return {
            band
            for question, _part, code, band in self._by_question.get(key, ())
            if code == language
        }

    @cached_property
    def _by_question(self) -> dict[str, list[Place]]:
        """Return the places of each key: looked up once a question."""
        places: dict[str, list[Place]] = {}
        for place in {*self.texts, *self.pictures, *self.sounds}:
            places.setdefault(place[0], []).append(place)
        return places


def worded_of(draft: Draft, written: Iterable[Written]) -> Worded:
    """Return everything worded; the base words and pictures are the draft's own."""
    parts = parts_of(draft)
    names = {part.name for part in parts}
    base = (draft.base_language, ANY_BAND)
    worded = Worded(
        texts={(part.key, part.part, *base): part.text for part in parts},
        pictures={
            (part.key, part.part, *base): part.picture for part in parts if part.picture
        },
        sounds={},
    )
    fixed = {question.key for question in draft.questions if question.pack}
    free = (wording for wording in written if wording.key not in fixed)
    for wording in (*draft.carried, *free):
        place = (wording.key, wording.part, wording.language, wording.age_band)
        if (wording.key, wording.part) not in names:
            continue
        worded.texts.setdefault(place, wording.text)
        if wording.picture and can_be_pictured(wording.part):
            worded.pictures.setdefault(place, wording.picture)
        if wording.sound and not _is_stale(wording, worded.texts.get(place, "")):
            worded.sounds[place] = wording.sound
    return worded


def _is_stale(wording: Written, text: str) -> bool:
    """Say whether a machine voice says other words than `text`, those of now.

    A worker kept it for the words it says; with others nobody has listened to it.
    """
    machine = bool(wording.sound and wording.sound.get("machine"))
    return machine and bool(wording.said) and wording.said != text


def can_be_pictured(part: str) -> bool:
    """Say whether a part can have a picture: a question and its options can."""
    return part == "prompt" or part.startswith(OPTION)


def bands_worded(draft: Draft, worded: Worded, key: str, language: str) -> list[str]:
    """Return ANY_BAND and the bands with words of their own for `key`."""
    own = worded.bands_of(key, language)
    return [ANY_BAND, *(band for band in draft.age_bands if band in own)]


def text_of(texts: Texts, key: str, part: str, language: str, band: str) -> str:
    """Return the band's own text, or the one for every band, or nothing."""
    own = texts.get((key, part, language, band), "")
    return own or texts.get((key, part, language, ANY_BAND), "")


def says_others(worded: Worded, place: Place) -> bool:
    """Say whether a band has words of its own here and only others' recording."""
    key, part, language, _band = place
    own = worded.texts.get(place, "")
    common = worded.texts.get((key, part, language, ANY_BAND), "")
    return bool(own) and own != common and place not in worded.sounds


def nearest[T](
    known: Mapping[Place, T],
    key: str,
    parts: Iterable[str],
    places: Sequence[tuple[str, str]],
) -> dict[str, T]:
    """Return for each part what is known at the first of `places` that has any."""
    found = {}
    for part in parts:
        for language, band in places:
            if (key, part, language, band) in known:
                found[part] = known[key, part, language, band]
                break
    return found
