"""Each thing that is other in one edition than in another; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    QuestionDefinition,
    SurveyWords,
    Words,
    keeps_of,
)
from surveys.logic.drafts import OPTION, SURVEY_PARTS


class Change(Enum):
    """What can be other than before."""

    ADDED = "added"
    REMOVED = "removed"
    KIND = "kind"
    REWORDED = "reworded"
    OPTION_ADDED = "option added"
    OPTION_REMOVED = "option removed"
    OPTIONS_ORDER = "options in another order"
    PICTURE = "picture"
    SOUND = "sound"
    ASKED_OF = "asked of"
    SHOWN_WHEN = "shown when"
    MOST = "most"
    OTHER_ALONE = "other and alone"
    WAYS_OUT = "ways out"
    DATE_PARTS = "date parts"
    SENSITIVE = "sensitive"
    LANGUAGE_ADDED = "language added"
    LANGUAGE_REMOVED = "language removed"
    BAND_ADDED = "band added"
    BAND_REMOVED = "band removed"
    ORDER = "questions in another order"
    KEEPS = "keeps"
    RESTS = "rests"
    ASSISTANT = "assistant"


@dataclass(frozen=True)
class Difference:
    """One thing that is other than before; what it was and what it is.

    `part` is as in surveys.models.Wording; an empty `language` is no wording.
    """

    change: Change
    before: object = ""
    after: object = ""
    part: str = ""
    language: str = ""
    age_band: str = ANY_BAND


Piece = tuple[Change, str, object, object]


def changes_of_question(
    was: QuestionDefinition, now: QuestionDefinition
) -> Iterator[Difference]:
    """Yield all that is other about one question."""
    if was["kind"] != now["kind"]:
        yield Difference(Change.KIND, was["kind"], now["kind"])
    yield from _options(was, now)
    yield from _wordings(was, now)
    for change, *names in (
        (Change.ASKED_OF, "age_bands"),
        (Change.SHOWN_WHEN, "show_if"),
        (Change.MOST, "most"),
        (Change.OTHER_ALONE, "other", "alone"),
        (Change.WAYS_OUT, "not_sure", "not_said"),
        (Change.DATE_PARTS, "date_parts"),
        (Change.SENSITIVE, "sensitive"),
    ):
        before, after = ([one.get(name) for name in names] for one in (was, now))
        if before != after:
            yield Difference(change, before, after)


def _options(was: QuestionDefinition, now: QuestionDefinition) -> Iterator[Difference]:
    """Yield options added, taken out, or put in another order; by key and words."""
    both = [key for key in was["options"] if key in now["options"]]
    for key in was["options"]:
        if key not in both:
            words = _option_words(was, key)
            yield Difference(Change.OPTION_REMOVED, before=words, part=OPTION + key)
    for key in now["options"]:
        if key not in both:
            words = _option_words(now, key)
            yield Difference(Change.OPTION_ADDED, after=words, part=OPTION + key)
    if both != [key for key in now["options"] if key in both]:
        yield Difference(Change.OPTIONS_ORDER, was["options"], now["options"])


def _option_words(question: QuestionDefinition, key: str) -> str:
    """Return an option's words in the language written first."""
    first = next(iter(question["wordings"].values()))
    return first[ANY_BAND]["options"].get(key, key)


def _wordings(was: QuestionDefinition, now: QuestionDefinition) -> Iterator[Difference]:
    """Yield what reads, looks or sounds otherwise, in languages both are asked in."""
    for language in (code for code in was["wordings"] if code in now["wordings"]):
        before, after = was["wordings"][language], now["wordings"][language]
        yield from _by_band(
            {
                band: _pieces(
                    before.get(band, before[ANY_BAND]), after.get(band, after[ANY_BAND])
                )
                for band in (ANY_BAND, *before, *after)
            },
            language,
        )


def _by_band(pieces: dict[str, list[Piece]], language: str) -> Iterator[Difference]:
    """Yield what differs; a band that only follows the words for all is told once."""
    for band, found in pieces.items():
        for piece in found:
            change, part, one, other = piece
            if one != other and (band == ANY_BAND or piece not in pieces[ANY_BAND]):
                yield Difference(change, one, other, part, language, band)


def _pieces(was: Words, now: Words) -> list[Piece]:
    """Return each part of two wordings beside each other; options both have."""
    pieces: list[Piece] = [
        (Change.REWORDED, "prompt", was["prompt"], now["prompt"]),
        (Change.REWORDED, "help", was["help"], now["help"]),
        (Change.REWORDED, "low", was["low"], now["low"]),
        (Change.REWORDED, "high", was["high"], now["high"]),
    ]
    for key, text in was["options"].items():
        if key in now["options"]:
            other = now["options"][key]
            pieces.append((Change.REWORDED, OPTION + key, text, other))
    seen = was.get("pictures", {}), now.get("pictures", {})
    pieces += [
        (Change.PICTURE, part, seen[0].get(part), seen[1].get(part))
        for part in dict.fromkeys((*seen[0], *seen[1]))
    ]
    heard = was.get("sounds", {}), now.get("sounds", {})
    pieces += [
        (Change.SOUND, part, heard[0].get(part), heard[1].get(part))
        for part in dict.fromkeys((*heard[0], *heard[1]))
    ]
    return pieces


def changes_of_survey(before: Definition, after: Definition) -> Iterator[Difference]:
    """Yield what is other about the survey itself."""
    for added, removed, name in (
        (Change.LANGUAGE_ADDED, Change.LANGUAGE_REMOVED, "languages"),
        (Change.BAND_ADDED, Change.BAND_REMOVED, "age_bands"),
    ):
        was, now = before[name], after[name]  # type: ignore[literal-required]
        yield from (Difference(added, after=one) for one in now if one not in was)
        yield from (Difference(removed, before=one) for one in was if one not in now)
    if keeps_of(before) != keeps_of(after):
        yield Difference(Change.KEEPS, keeps_of(before), keeps_of(after))
    for change, name, usual in (
        (Change.RESTS, "rests", True),
        (Change.ASSISTANT, "assistant", False),
    ):
        had, has = before.get(name, usual), after.get(name, usual)
        if had != has:
            yield Difference(change, had, has)
    yield from _own_words(before, after)
    was, now = ([q["key"] for q in one["questions"]] for one in (before, after))
    if [key for key in was if key in now] != [key for key in now if key in was]:
        yield Difference(Change.ORDER)


def _own_words(before: Definition, after: Definition) -> Iterator[Difference]:
    """Yield what reads otherwise of the survey's own words."""
    for language in (c for c in before["wordings"] if c in after["wordings"]):
        was, now = before["wordings"][language], after["wordings"][language]
        yield from _by_band(
            {
                band: _own(was.get(band, was[ANY_BAND]), now.get(band, now[ANY_BAND]))
                for band in (ANY_BAND, *was, *now)
            },
            language,
        )


def _own(was: SurveyWords, now: SurveyWords) -> list[Piece]:
    """Return each of the survey's own parts beside each other."""
    return [
        (Change.REWORDED, part, str(was.get(part, "")), str(now.get(part, "")))
        for part in SURVEY_PARTS
    ]
