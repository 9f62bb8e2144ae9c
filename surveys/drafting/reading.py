"""Reads a survey's blocks as a draft that the pure logic understands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from wagtail.blocks.stream_block import StreamBlockValidationError

from surveys.drafting.values import PACK, STATEMENTS, extras_of
from surveys.logic.definition import Picture, Sound
from surveys.logic.drafts import Draft, DraftOption, DraftQuestion, Written
from surveys.made_by import MadeBy
from surveys.ready import pack_named
from voice.council.enums import BASE_LANGUAGE

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey
    from surveys.models.medium import Medium

WORDED = (
    *("key", "part", "age_band", "language", "text", "base"),
    *("picture_alt", "made_by", "said"),
)
MEDIA = ("picture", "sound", "sound_also")


def draft_of(survey: "Survey") -> Draft:
    """Return `survey` as a draft; of a live survey, what is live."""
    questions = tuple(
        question for block in survey.questions for question in questions_in(block)
    )
    return Draft(
        title=survey.title,
        introduction=survey.introduction,
        thanks=survey.thanks,
        mode=survey.mode,
        base_language=BASE_LANGUAGE,
        languages=tuple(survey.languages),
        age_bands=tuple(survey.age_bands),
        breakdowns=tuple(survey.breakdowns),
        questions=questions,
        carried=carried_by(questions),
        keeps={
            "words": survey.keep_words_days,
            "responses": survey.keep_responses_days,
            "contact": survey.keep_contact_days,
        },
        support=survey.support,
        rests=survey.rests,
        assistant=survey.assistant,
        older_too=survey.older_too,
        audience=survey.audience,
    )


def latest_draft_of(survey: "Survey") -> Draft:
    """Return the newest draft of `survey`, published or not."""
    return draft_of(survey.get_latest_revision_as_object())


def written_of(survey: "Survey") -> list[Written]:
    """Return every wording of `survey`, in one query; none of an unsaved one.

    One query more where there are pictures or sounds. A survey of sixty questions has
    ten thousand wordings, of which no instance is made.
    """
    if not survey.pk:
        return []
    rows = list(survey.wordings.values_list(*WORDED, *MEDIA, named=True))
    media = _media_of(rows)
    return [
        Written(
            key=row.key,
            part=row.part,
            age_band=row.age_band,
            language=row.language,
            text=row.text,
            base=row.base,
            picture=picture_of(media.get(row.picture), row.picture_alt),
            sound=sound_of(
                media.get(row.sound),
                also=media.get(row.sound_also),
                made_by=row.made_by,
            ),
            said=row.said,
        )
        for row in rows
    ]


def _media_of(rows: Iterable[Any]) -> dict[str, "Medium"]:
    """Return the pictures and sounds of wordings by name, without what they hold."""
    wanted = {getattr(row, name) for row in rows for name in MEDIA} - {None}
    kept = apps.get_model("surveys", "Medium").objects.defer("content")
    return kept.in_bulk(wanted) if wanted else {}


def picture_of(medium: "Medium | None", alt: str) -> Picture | None:
    """Return `medium` as a definition names a picture; None of none."""
    if medium is None:
        return None
    return {
        "medium": medium.sha256,
        "alt": alt,
        "width": medium.width,
        "height": medium.height,
    }


def sound_of(
    medium: "Medium | None",
    *,
    also: "Medium | None" = None,
    made_by: str = MadeBy.PERSON,
) -> Sound | None:
    """Return `medium` as a definition names a sound; None of none.

    `also` is the same recording for devices that cannot play the first.
    """
    if medium is None:
        return None
    sound: Sound = {
        "medium": medium.sha256,
        "media_type": medium.media_type,
        "size": medium.size,
    }
    if made_by == MadeBy.MACHINE:
        sound["machine"] = True
    if also:
        sound["also"] = {
            "medium": also.sha256,
            "media_type": also.media_type,
            "size": also.size,
        }
    return sound


def incomplete_questions(survey: "Survey") -> dict[int, str]:
    """Return, by place, the words of each block that it would itself refuse."""
    blocks = list(survey.questions)
    try:
        survey.questions.stream_block.clean(survey.questions)
    except StreamBlockValidationError as error:
        wrong = sorted(error.block_errors or ())
        return {number: blocks[number].value.get("prompt") or "?" for number in wrong}
    return {}


def blocks_of(survey: "Survey") -> dict[str, str]:
    """Return the id of the editor's block that each question's key is in."""
    return {
        question.key: block.id or ""
        for block in survey.questions
        for question in questions_in(block)
    }


def questions_in(block: Any) -> tuple[DraftQuestion, ...]:
    """Return the questions of one block.

    One; or one for each statement of a set; or all of a pack, as the pack words them.
    """
    if block.block_type == PACK:
        pack = pack_named(block.value["pack"])
        return pack.draft.questions if pack else ()
    if block.block_type == STATEMENTS:
        return _statements(block.value)
    return (_question(block),)


def carried_by(questions: Iterable[DraftQuestion]) -> tuple[Written, ...]:
    """Return the wordings that the packs among `questions` bring with them."""
    names = dict.fromkeys(question.pack for question in questions if question.pack)
    packs = [pack_named(name) for name in names]
    return tuple(written for pack in packs if pack for written in pack.written)


def _question(block: Any) -> DraftQuestion:
    """Return the one question of a block."""
    value = block.value
    return DraftQuestion(
        key=value["key"] or "",
        kind=block.block_type,
        prompt=value["prompt"] or "",
        help=value["help"] or "",
        low=value.get("low") or "",
        high=value.get("high") or "",
        options=_options(value),
        block_id=block.id or "",
        **_extras(value),
    )


def _statements(value: Any) -> tuple[DraftQuestion, ...]:
    """Return a question for each statement of a set, all on the same scale.

    A statement without a hint of its own has what the set asks of each.
    """
    return tuple(
        DraftQuestion(
            key=statement["key"],
            kind=value["kind"],
            prompt=statement["text"],
            help=statement["help"] or value["prompt"] or "",
            options=_options(value),
            block_id=statement["id"],
            **_extras(value),
        )
        for statement in value["statements"]
    )


def _options(value: Any) -> tuple[DraftOption, ...]:
    """Return the options of a question's value; none of a kind without."""
    return tuple(
        DraftOption(
            key=option["key"],
            text=option["text"],
            block_id=option["id"],
            picture=option["picture"],
            is_other=option["is_other"],
            is_alone=option["is_alone"],
        )
        for option in value.get("options", ())
    )


def _extras(value: Any) -> dict[str, Any]:
    """Return the extras of a question's value as a DraftQuestion takes them."""
    extras = extras_of(value.get("extras"))
    return {**extras, "age_bands": tuple(extras["age_bands"])}
