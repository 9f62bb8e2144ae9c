"""Gives every question and option of a draft its key."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from surveys.enums import QuestionKind
from surveys.logic.keys import propose_key

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
