"""Gives every question and option of a draft its key."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from surveys.drafting.reading import draft_of
from surveys.enums import QuestionKind
from surveys.logic.keys import KeyTrouble, Trouble, key_troubles, propose_key

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey

MESSAGE = "message"
QUESTION = "question"
OPTION = "option"


def fill_keys(survey: "Survey") -> None:
    """Give each question and option without a key the published or a proposed one.

    Keys somebody typed, and keys already there, are left alone.
    """
    locked = survey.locked_keys
    kinds = survey.published_kinds
    blocks = list(survey.questions)
    _restore([(block.value, block.id) for block in blocks], locked)
    taken = {block.value["key"] for block in blocks if block.value["key"]}
    for block in blocks:
        if not block.value["key"]:
            other = {key for key, kind in kinds.items() if kind != block.block_type}
            is_message = block.block_type == QuestionKind.MESSAGE
            block.value["key"] = propose_key(
                block.value["prompt"] or "",
                taken=taken | other,
                otherwise=MESSAGE if is_message else QUESTION,
            )
            taken.add(block.value["key"])
        if "options" in block.value:
            _fill_options(block, locked)


def _fill_options(block: Any, locked: Mapping[str, str]) -> None:
    """Give the options of one question their keys; faces go by number."""
    children = block.value["options"].bound_blocks
    _restore([(child.value, child.id) for child in children], locked)
    taken = {child.value["key"] for child in children if child.value["key"]}
    numbered = block.block_type == QuestionKind.FACES
    for number, child in enumerate(children, start=1):
        if not child.value["key"]:
            text = str(number) if numbered else child.value["text"] or ""
            child.value["key"] = propose_key(text, taken=taken, otherwise=OPTION)
            taken.add(child.value["key"])


def _restore(carried: list[tuple[Any, str | None]], locked: Mapping[str, str]) -> None:
    """Give back the published key to each block that lost it."""
    for value, block_id in carried:
        value["key"] = value["key"] or locked.get(block_id or "", "")


def changed_keys(survey: "Survey") -> dict[int, KeyTrouble]:
    """Return, by place in the survey, each question whose published key was changed.

    An option's changed key is reported at its question.
    """
    draft = draft_of(survey)
    locked, kinds = survey.locked_keys, survey.published_kinds
    wrong = {}
    for number, question in enumerate(draft.questions):
        alone = replace(draft, questions=(question,))
        for trouble in key_troubles(alone, locked=locked, kinds=kinds):
            if trouble.trouble is Trouble.CHANGED:
                wrong[number] = trouble
    return wrong


def key_sentence(trouble: KeyTrouble) -> str:
    """Return what is wrong with a key, in a sentence."""
    sentences = {
        Trouble.BAD: _(
            "“%(words)s” needs a key of small letters, digits, _ and -; "
            "“%(key)s” is not one."
        ),
        Trouble.TWICE: _("“%(words)s” has the key “%(key)s”, which is used twice."),
        Trouble.CHANGED: _(
            "“%(words)s” was published with the key “%(published)s”. Answers are "
            "counted under it, so it cannot become “%(key)s”."
        ),
        Trouble.OTHER_KIND: _(
            "“%(words)s” has the key “%(key)s”, which was published as another kind "
            "of question. Give it a key of its own."
        ),
    }
    return sentences[trouble.trouble] % {
        "words": trouble.words,
        "key": trouble.key,
        "published": trouble.published,
    }
