"""An edition as it is printed: every question of one age band, in one language."""

from dataclasses import dataclass, field

from surveys.enums import QuestionKind
from surveys.languages import band_name, language_name
from surveys.logic.codes import paper_code
from surveys.logic.condition_words import Names, in_words, names_in
from surveys.logic.definition import (
    Definition,
    Picture,
    QuestionDefinition,
    SurveyWords,
    Words,
    question_words,
    survey_words,
)
from surveys.logic.drafts import OPTION
from surveys.logic.piping import piped_words
from surveys.models import Edition


@dataclass(frozen=True, slots=True)
class PrintedOption:
    """One option to tick; with `is_other` a line to write on."""

    text: str
    is_other: bool
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Printed:
    """One question on paper; `number` is 0 for what asks nothing."""

    number: int
    kind: str
    prompt: str
    help: str
    low: str
    high: str
    only_if: str
    most: int
    not_sure: bool
    not_said: bool
    date_parts: str
    sensitive: bool
    picture: Picture | None
    options: list[PrintedOption] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole survey on paper; `code` tells which edition was filled in."""

    code: str
    words: SurveyWords
    questions: list[Printed]


def paper_of(edition: Edition, *, language: str, age_band: str) -> Paper:
    """Return `edition` as `age_band` fills it in, in `language`.

    Everything that could be asked is there, with the condition in words. Raises
    KeyError when it is not asked in that language.
    """
    definition: Definition = edition.definition
    asked = [
        question
        for question in definition["questions"]
        if age_band in question.get("age_bands", [age_band])
        and (definition.get("rests", True) or question["kind"] != QuestionKind.BREAK)
    ]
    names = names_in(
        definition,
        language=language,
        age_band=age_band,
        bands={band: band_name(band) for band in definition["age_bands"]},
        languages={code: language_name(code) for code in definition["languages"]},
    )
    printed, number = [], 0
    for question in asked:
        asks = question["kind"] not in QuestionKind.silent()
        number += asks
        words = question_words(question, language=language, age_band=age_band)
        printed.append(
            _printed(
                question, piped_words(words, {}), names, number=number if asks else 0
            )
        )
    return Paper(
        code=paper_code(edition.pk),
        words=survey_words(definition, language=language, age_band=age_band),
        questions=printed,
    )


def _printed(
    question: QuestionDefinition, words: Words, names: Names, *, number: int
) -> Printed:
    """Return one question as it is printed."""
    pictures = words.get("pictures", {})
    condition = question.get("show_if")
    return Printed(
        number=number,
        kind=question["kind"],
        prompt=words["prompt"],
        help=words["help"],
        low=words["low"],
        high=words["high"],
        only_if=in_words(condition, names=names) if condition else "",
        most=question.get("most", 0),
        not_sure=question.get("not_sure", False),
        not_said=question.get("not_said", False),
        date_parts=question.get("date_parts", ""),
        sensitive=question.get("sensitive", False),
        picture=pictures.get("prompt"),
        options=[
            PrintedOption(
                text=words["options"][key],
                is_other=key == question.get("other"),
                picture=pictures.get(OPTION + key),
            )
            for key in question["options"]
        ],
    )
