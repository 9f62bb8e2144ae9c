"""A survey as a file: what an edition asks, in our own JSON, and back; pure.

The file holds the edition's definition whole, its hash, and the pictures and sounds
it needs. A draft read from it compiles to the same definition again, and so to the
same hash. The shape is in surveys/ready/survey.schema.json; docs/survey-format.md
says it in words.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NotRequired, TypedDict

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from surveys.logic.compiling import FORMAT, compile_definition, hash_of
from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    Picture,
    PlainSound,
    QuestionDefinition,
    Sound,
    SurveyWords,
    Words,
    audience_of,
    keeps_of,
)
from surveys.logic.drafts import (
    OPTION,
    SURVEY_PARTS,
    Draft,
    DraftOption,
    DraftQuestion,
    Written,
)


class NotASurvey(ValueError):
    """The file is not a survey of this format; `why` says where and what, in English."""

    def __init__(self, why: str) -> None:
        """Remember why."""
        super().__init__(why)
        self.why = why


class MediumContent(TypedDict):
    """A picture or sound as the file carries it: `content` in base64."""

    media_type: str
    content: str


class SurveyFile(TypedDict):
    """A whole file; `media` goes by SHA-256."""

    voice: str
    format: int
    hash: str
    definition: Definition
    media: dict[str, MediumContent]


class Shown(TypedDict):
    """What one version of a part holds beside its text."""

    picture: NotRequired[Picture]
    sound: NotRequired[Sound]


def survey_file(definition: Definition, media: dict[str, MediumContent]) -> SurveyFile:
    """Return the file of `definition` with the `media` it needs."""
    return {
        "voice": "survey",
        "format": FORMAT,
        "hash": hash_of(definition),
        "definition": definition,
        "media": media,
    }


def media_named(definition: Definition) -> set[str]:
    """Return the SHA-256 of every picture and sound that `definition` names."""
    return {
        shown["medium"]
        for question in definition["questions"]
        for bands in question["wordings"].values()
        for words in bands.values()
        for shown in [
            *words.get("pictures", {}).values(),
            *words.get("sounds", {}).values(),
            *_also(words),
        ]
    }


def _also(words: Words) -> list[PlainSound]:
    """Return the second files of the recordings of `words`."""
    sounds = words.get("sounds", {}).values()
    return [sound["also"] for sound in sounds if "also" in sound]


def checked_file(said: object, schema: Mapping[str, Any]) -> SurveyFile:
    """Return `said` once it is a survey file; raises NotASurvey.

    Beside the shape: the words must be there in each language, the pictures and
    sounds must be in the file, and the hash must be that of the definition, so that
    a file cut short or changed by hand is not taken for the edition it names.
    """
    wrong = best_match(Draft202012Validator(schema).iter_errors(said))
    if wrong is not None:
        raise NotASurvey(f"{wrong.json_path}: {wrong.message[:200]}")
    file: SurveyFile = said  # type: ignore[assignment]
    definition = file["definition"]
    for where, wordings in _wordings(definition):
        for language in definition["languages"]:
            if ANY_BAND not in wordings.get(language, {}):
                raise NotASurvey(f"{where}: no words in “{language}”")
    missing = media_named(definition) - file["media"].keys()
    if missing:
        raise NotASurvey(f"$.media: {len(missing)} of the pictures or sounds missing")
    if hash_of(definition) != file["hash"]:
        raise NotASurvey("$.hash: it is not the hash of this definition")
    draft, written = drafted(definition)
    if compile_definition(draft, written) != definition:
        raise NotASurvey("$.definition: it does not come out as it went in")
    return file


def drafted(definition: Definition) -> tuple[Draft, list[Written]]:
    """Return the draft and the wordings that compile to `definition`."""
    base = definition["languages"][0]
    words = definition["wordings"][base][ANY_BAND]
    draft = Draft(
        title=words["title"],
        introduction=words["introduction"],
        thanks=words["thanks"],
        support=words.get("support", ""),
        mode=definition["mode"],
        base_language=base,
        languages=tuple(definition["languages"]),
        age_bands=tuple(definition["age_bands"]),
        breakdowns=tuple(definition["breakdowns"]),
        questions=tuple(_question(q, base) for q in definition["questions"]),
        keeps=keeps_of(definition),
        rests=definition.get("rests", True),
        assistant=definition.get("assistant", False),
        audience=audience_of(definition).value,
    )
    written = [*_of_survey(definition, words)]
    for question in definition["questions"]:
        written += _of_question(question, base)
    return draft, written


def _wordings(definition: Definition) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give where each set of wordings stands, and the set."""
    yield "$.definition.wordings", definition["wordings"]
    for number, question in enumerate(definition["questions"]):
        yield f"$.definition.questions[{number}].wordings", question["wordings"]


def _question(question: QuestionDefinition, base: str) -> DraftQuestion:
    """Return one question with its base words and pictures."""
    words = question["wordings"][base][ANY_BAND]
    pictures = words.get("pictures", {})
    return DraftQuestion(
        key=question["key"],
        kind=question["kind"],
        prompt=words["prompt"],
        help=words["help"],
        options=tuple(
            DraftOption(
                key,
                words["options"].get(key, ""),
                picture=pictures.get(OPTION + key),
                is_other=key == question.get("other"),
                is_alone=key in question.get("alone", ()),
            )
            for key in question["options"]
        ),
        low=words["low"],
        high=words["high"],
        picture=pictures.get("prompt"),
        age_bands=tuple(question.get("age_bands", ())),
        show_if=question.get("show_if"),
        most=question.get("most", 0),
        not_sure=question.get("not_sure", False),
        not_said=question.get("not_said", False),
        date_parts=question.get("date_parts", ""),
        sensitive=question.get("sensitive", False),
        decision=question.get("decision", ""),
        key_theme=question.get("key_theme", ""),
        pack=question.get("pack", ""),
        about_them=question.get("about_them", False),
    )


def _of_survey(definition: Definition, base: SurveyWords) -> Iterator[Written]:
    """Give the survey's own words in each other language and band."""
    for language, bands in definition["wordings"].items():
        for band, words in bands.items():
            if (language, band) == (definition["languages"][0], ANY_BAND):
                continue
            texts, first = _survey_texts(words), _survey_texts(base)
            above = _survey_texts(bands[ANY_BAND]) if band else {}
            own = [part for part in texts if texts[part] != above.get(part)]
            for part in own or [p for p in texts if p == "title"]:
                yield Written(
                    "", part, band, language, texts[part], first.get(part, "")
                )


def _of_question(question: QuestionDefinition, base: str) -> Iterator[Written]:
    """Give one question's words, pictures and sounds in each language and band."""
    first = question["wordings"][base][ANY_BAND]
    texts = _texts(first)
    for language, bands in question["wordings"].items():
        for band, words in bands.items():
            is_base = (language, band) == (base, ANY_BAND)
            above = None if band == ANY_BAND else bands[ANY_BAND]
            yield from (
                Written(question["key"], part, band, language, text, texts[part], **own)
                for part, text, own in _own(words, above, first, is_base=is_base)
            )


def _own(
    words: Words, above: Words | None, first: Words, *, is_base: bool
) -> Iterator[tuple[str, str, Shown]]:
    """Give each part of one version with what it has of its own.

    `above` is the version that it falls back on; a version with nothing of its own
    still says its prompt, since it was there.
    """
    texts, upper = _texts(words), _texts(above) if above else {}
    has_own = False
    for part, was in _texts(first).items():
        if not was:
            continue
        text = "" if is_base or texts[part] == upper.get(part) else texts[part]
        own = _shown(words, above, first, part, is_base=is_base, is_own=bool(text))
        if text or own:
            has_own = True
            yield part, text, own
    if not (has_own or is_base) and texts["prompt"]:
        yield "prompt", texts["prompt"], {}


def _shown(
    words: Words,
    above: Words | None,
    first: Words,
    part: str,
    *,
    is_base: bool,
    is_own: bool,
) -> Shown:
    """Return the picture and sound of one part that are not those it falls back on.

    Words of its own (`is_own`) fall back on no sound: it would say others.
    """
    own: Shown = {}
    picture = words.get("pictures", {}).get(part)
    fallback = (above or first).get("pictures", {}).get(part)
    if picture and picture != fallback and not is_base:
        own["picture"] = picture
    sound = words.get("sounds", {}).get(part)
    below = above.get("sounds", {}) if above else {}
    if sound and (sound != below.get(part) or is_own):
        own["sound"] = sound
    return own


def _survey_texts(words: SurveyWords) -> dict[str, str]:
    """Return the texts of a survey by part, those that are there."""
    texts = {part: str(words.get(part, "")) for part in SURVEY_PARTS}
    return {part: text for part, text in texts.items() if text}


def _texts(words: Words) -> dict[str, str]:
    """Return the texts of a question by part, in the order they are read."""
    texts = {"prompt": words["prompt"], "help": words["help"]}
    texts |= {OPTION + key: text for key, text in words["options"].items()}
    return texts | {"low": words["low"], "high": words["high"]}
