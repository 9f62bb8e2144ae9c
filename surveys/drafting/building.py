"""Builds the editor's blocks from questions: the way back from drafting.reading.

Packs, the question library, copies and files brought in all make their drafts so.
"""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from surveys.drafting.values import PACK, extras_of, options_of
from surveys.enums import QuestionKind
from surveys.logic.drafts import DraftQuestion


def question_blocks(questions: Iterable[DraftQuestion]) -> list[dict[str, Any]]:
    """Return the blocks of `questions`; those of one pack are one block."""
    blocks: list[dict[str, Any]] = []
    before = ""
    for question in questions:
        if not question.pack:
            blocks.append(question_block(question))
        elif question.pack != before:
            blocks.append(pack_block(question.pack))
        before = question.pack
    return blocks


def pack_block(name: str) -> dict[str, Any]:
    """Return the block that takes the pack `name` whole."""
    return {"type": PACK, "value": {"pack": name}, "id": str(uuid4())}


def question_block(question: DraftQuestion) -> dict[str, Any]:
    """Return `question` as its block is stored; reading it gives the same question.

    Ids that are missing are made: a copy for another survey needs new ones, so give
    it without. `Survey(questions=[question_block(one), …])` takes a list of these.
    """
    value: dict[str, Any] = {
        "key": question.key,
        "prompt": question.prompt,
        "help": question.help,
        "extras": extras_of(
            {
                "age_bands": list(question.age_bands),
                "show_if": question.show_if,
                "most": question.most,
                "not_sure": question.not_sure,
                "not_said": question.not_said,
                "date_parts": question.date_parts,
                "sensitive": question.sensitive,
                "about_them": question.about_them,
                "decision": question.decision,
                "key_theme": question.key_theme,
                "picture": question.picture,
            }
        ),
    }
    if question.kind in QuestionKind.with_options():
        value["options"] = options_of(
            [
                {
                    "id": option.block_id or str(uuid4()),
                    "key": option.key,
                    "text": option.text,
                    "is_other": option.is_other,
                    "is_alone": option.is_alone,
                    "picture": option.picture,
                }
                for option in question.options
            ]
        )
    if question.kind == QuestionKind.SCALE:
        value |= {"low": question.low, "high": question.high}
    return {
        "type": str(question.kind),
        "value": value,
        "id": question.block_id or str(uuid4()),
    }
