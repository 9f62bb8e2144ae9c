"""What one step shows: its words, its choices, and what was answered before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from surveys.enums import AnswerState, DateParts, QuestionKind
from surveys.forms.answer import INSTEAD, SentPage
from surveys.logic.definition import (
    QuestionDefinition,
    Words,
    in_order,
)
from surveys.logic.drafts import OPTION
from surveys.logic.paths import is_asked, is_breath, place_of
from surveys.logic.piping import words_at
from surveys.logic.support import is_support
from surveys.views.shapes import Shape, picture_shape, sound_shape

STARS = range(1, 9)
# From the birth of the oldest who answer to plans for next year.
YEARS_BACK, YEARS_ON = 26, 1
RADIOS = QuestionKind.one_of() | {QuestionKind.SCALE}


class Walk(Protocol):
    """Somebody's way through a survey: a Response, or a worker's trial of a draft."""

    language: str
    age_band: str
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said before in one's own words, or recorded, to one question."""

    words: str = ""
    may_quote: bool = False
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One choice as it is drawn."""

    value: str
    text: str
    chosen: bool
    id: str = ""
    picture: Shape | None = None
    sound: Shape | None = None
    alone: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an order, and the option that was put there."""

    id: str
    label: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One step as a template draws it."""

    key: str
    kind: str
    prompt: str
    help: str
    low: str
    high: str
    progress: str
    number: int
    of: int
    picture: Shape | None = None
    sound: Shape | None = None
    help_sound: Shape | None = None
    low_sound: Shape | None = None
    high_sound: Shape | None = None
    options: list[Option] = field(default_factory=list)
    chosen: str = ""
    most: int = 0
    words: str = ""
    may_quote: bool = False
    recorded: bool = False
    other: str = ""
    """The words of the option that opens a box; empty without a box."""
    instead: list[Option] = field(default_factory=list)
    instead_name: str = "answer"
    instead_several: bool = False
    places: list[Place] = field(default_factory=list)
    years: Sequence[str] = ()
    months: list[dict[str, str]] = field(default_factory=list)
    year: str = ""
    month: str = ""
    breath: bool = False
    stars: Sequence[int] = STARS

    @property
    def shows(self) -> list[str]:
        """Return what surveys.answering_style needs to know of the page."""
        pictures = [self.picture, *(option.picture for option in self.options)]
        return [
            self.kind,
            *(["picture"] if any(pictures) else []),
            *(["sound"] if self.sound_size else []),
            *(["words"] if self.other else []),
            *(["beside"] if self.instead else []),
        ]

    @property
    def sound_size(self) -> int:
        """Return how many bytes all recordings of the page are together."""
        sounds = [self.sound, self.help_sound, self.low_sound, self.high_sound]
        sounds += [option.sound for option in self.options]
        return sum(sound.size for sound in sounds if sound)


def shown(
    walk: Walk,
    steps: list[QuestionDefinition],
    number: int,
    *,
    said: Said,
    sent: SentPage | None = None,
    takes_words: bool = True,
    support: str = "",
) -> Shown:
    """Return the `number`-th step, filled with what was `sent` or else saved before.

    `said` is what the child's own words were; without `takes_words` no option opens
    a box for any. `support` is what is said after a sensitive question. Raises
    KeyError where the step is not worded in the language.
    """
    question = steps[number - 1]
    words = _words(walk, steps, number, support)
    place, of = place_of(steps, number)
    chosen = _chosen(walk, question, sent)
    sounds = words.get("sounds", {})
    other = question.get("other", "") if takes_words else ""
    if sent:
        said = _sent_words(question, sent, said)
    return Shown(
        key=question["key"],
        kind=question["kind"],
        prompt=words["prompt"],
        help=words["help"],
        low=words["low"],
        high=words["high"],
        progress=_("Question %(number)s of %(of)s") % {"number": place, "of": of}
        if is_asked(question)
        else "",
        number=place,
        of=of,
        picture=picture_shape(words.get("pictures", {}).get("prompt")),
        sound=sound_shape(sounds.get("prompt")),
        help_sound=sound_shape(sounds.get("help")),
        low_sound=sound_shape(sounds.get("low")),
        high_sound=sound_shape(sounds.get("high")),
        options=_options(question, words, chosen),
        chosen=next(iter(chosen), ""),
        most=question.get("most", 0),
        words=said.words,
        may_quote=said.may_quote,
        recorded=said.recorded,
        other=words["options"].get(other, ""),
        instead=_instead(walk, question, sent),
        instead_name="answer" if _is_ticked(question) else "instead",
        instead_several=question["kind"] not in RADIOS,
        places=_places(question, chosen),
        **_date(question, chosen),
        breath=is_breath(steps, number),
    )


def _words(
    walk: Walk, steps: list[QuestionDefinition], number: int, support: str
) -> Words:
    """Return how the step is worded for who walks."""
    if is_support(steps[number - 1]):
        help_text = in_order(support)
        return {"prompt": "", "help": help_text, "options": {}, "low": "", "high": ""}
    return words_at(
        steps,
        number,
        answers=walk.answers,
        language=walk.language,
        age_band=walk.age_band,
    )


def _chosen(
    walk: Walk, question: QuestionDefinition, sent: SentPage | None
) -> list[str]:
    """Return what was chosen until now, as text; in places, for an order."""
    if question["kind"] in QuestionKind.told():
        return []
    if sent and question["kind"] == QuestionKind.ORDER:
        return sent.places()
    if sent:
        value = sent.value_for(question)
    else:
        value = walk.answers.get(question["key"], {}).get("value", [])
    return [str(v) for v in (value if isinstance(value, list) else [value])]


def _sent_words(question: QuestionDefinition, sent: SentPage, said: Said) -> Said:
    """Return the words of the page that was just sent."""
    is_told = question["kind"] in QuestionKind.told()
    words = sent.data.get("answer", "") if is_told else sent.words
    # A page cannot hold a NUL; it is the one sign that is not given back.
    return Said(words.replace("\0", ""), sent.may_quote, said.recorded)


def _options(
    question: QuestionDefinition, words: Words, chosen: list[str]
) -> list[Option]:
    """Return the choices; the first has the id that an error's link leads to."""
    pictures, sounds = words.get("pictures", {}), words.get("sounds", {})
    return [
        Option(
            value=key,
            text=words["options"][key],
            chosen=key in chosen,
            id="" if number else "answer",
            picture=picture_shape(pictures.get(OPTION + key)),
            sound=sound_shape(sounds.get(OPTION + key)),
            alone=key in question.get("alone", []),
            asks=key == question.get("other"),
        )
        for number, key in enumerate(question["options"])
    ]


def _instead(
    walk: Walk, question: QuestionDefinition, sent: SentPage | None
) -> list[Option]:
    """Return "not sure" and "prefer not to say", where the question offers them."""
    before = walk.answers.get(question["key"], {}).get("state", "")
    state = sent.state if sent else before
    texts = {
        AnswerState.NOT_SURE: _("Not sure") if question.get("not_sure") else "",
        AnswerState.NOT_SAID: _("I would rather not say")
        if question.get("not_said")
        else "",
    }
    return [
        Option(value=INSTEAD + one, text=text, chosen=one == state)
        for one, text in texts.items()
        if text
    ]


def _is_ticked(question: QuestionDefinition) -> bool:
    """Say whether an answer is ticked, so that what is said instead is one more tick."""
    return question["kind"] in RADIOS | {QuestionKind.SEVERAL}


def _places(question: QuestionDefinition, chosen: list[str]) -> list[Place]:
    """Return the places of an order: all, or the first few."""
    if question["kind"] != QuestionKind.ORDER:
        return []
    return [
        Place(
            id=f"place-{number}" if number > 1 else "answer",
            label=_("Place %(number)s") % {"number": number},
            chosen=chosen[number - 1] if number <= len(chosen) else "",
        )
        for number in range(1, (question.get("most") or len(question["options"])) + 1)
    ]


def _date(question: QuestionDefinition, chosen: list[str]) -> dict[str, Any]:
    """Return the years and months to choose from, and what was chosen."""
    if question["kind"] != QuestionKind.DATE:
        return {}
    year, _dash, month = next(iter(chosen), "").partition("-")
    now = timezone.localdate().year
    years = [str(now - back) for back in range(-YEARS_ON, YEARS_BACK + 1)]
    if year and year not in years:
        years.append(year)
    asks_month = question.get("date_parts") == DateParts.MONTH
    return {
        "years": years,
        "months": [
            {"value": f"{number:02}", "name": str(name)}
            for number, name in MONTHS.items()
            if asks_month
        ],
        "year": year,
        "month": month,
    }
