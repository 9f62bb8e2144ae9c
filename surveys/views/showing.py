"""What one step shows: its words, its choices, and what was answered before."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from surveys.enums import QuestionKind
from surveys.forms.answer import SentPage
from surveys.logic.definition import QuestionDefinition
from surveys.logic.paths import is_asked, place_of
from surveys.logic.piping import words_at
from surveys.models import Response
from surveys.queries.responses import words_of


@dataclass(frozen=True, slots=True)
class Option:
    """One choice as it is drawn."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One step as a template draws it."""

    key: str
    prompt: str
    help: str
    low: str
    high: str
    progress: str
    number: int
    of: int
    options: list[Option] = field(default_factory=list)
    chosen: str = ""
    words: str = ""
    may_quote: bool = False


def shown(
    response: Response,
    steps: list[QuestionDefinition],
    number: int,
    *,
    sent: SentPage | None,
) -> Shown:
    """Return the `number`-th step, filled with what was `sent` or else saved before."""
    question = steps[number - 1]
    words = words_at(
        steps,
        number,
        answers=response.answers,
        language=response.language,
        age_band=response.age_band,
    )
    place, of = place_of(steps, number)
    text, may_quote, chosen = _before(response, question, sent)
    return Shown(
        key=question["key"],
        prompt=words["prompt"],
        help=words["help"],
        low=words["low"],
        high=words["high"],
        progress=_("Question %(number)s of %(of)s") % {"number": place, "of": of}
        if is_asked(question)
        else "",
        number=place,
        of=of,
        options=[
            Option(key, words["options"][key], key in chosen)
            for key in question["options"]
        ],
        chosen=next(iter(chosen), ""),
        words=text,
        may_quote=may_quote,
    )


def _before(
    response: Response, question: QuestionDefinition, sent: SentPage | None
) -> tuple[str, bool, list[str]]:
    """Return the words, whether they may be quoted, and what was chosen, until now."""
    if question["kind"] in QuestionKind.told():
        if sent:
            # A page cannot hold a NUL; it is the one sign that is not given back.
            return str(sent.value_for(question)).replace("\0", ""), sent.may_quote, []
        return *words_of(response, question["key"]), []
    if sent:
        value = sent.value_for(question)
    else:
        value = response.answers.get(question["key"], {}).get("value", [])
    return "", False, [str(v) for v in (value if isinstance(value, list) else [value])]
