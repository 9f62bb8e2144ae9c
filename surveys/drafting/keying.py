"""Gives every question and option of a draft its key."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils.translation import gettext as _

from surveys.drafting.reading import draft_of, questions_in
from surveys.drafting.values import PACK, STATEMENTS
from surveys.enums import QuestionKind
from surveys.logic.drafts import DraftQuestion
from surveys.logic.keys import KeyTrouble, Trouble, key_troubles, propose_key
from surveys.logic.piping import plainly

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey

QUESTION = "question"
OPTION = "option"


def fill_keys(survey: "Survey") -> None:
    """Give each question and option without a key the published or a proposed one.

    Keys somebody typed, and keys already there, are left alone. An option or a
    statement without words waits for its key until it has some.
    """
    locked = survey.locked_keys
    kinds = survey.published_kinds
    holders = [holder for block in survey.questions for holder in _holders(block)]
    for holder in holders:
        holder.value["key"] = holder.value["key"] or locked.get(holder.block_id, "")
    taken = {holder.value["key"] for holder in holders} - {""}
    taken |= {q.key for block in survey.questions for q in _of_pack(block)}
    for holder in holders:
        if not holder.value["key"] and not holder.waits:
            other = {key for key, kind in kinds.items() if kind != holder.kind}
            holder.value["key"] = propose_key(
                plainly(holder.words), taken=taken | other, otherwise=holder.otherwise
            )
            taken.add(holder.value["key"])
    for block in survey.questions:
        _fill_options(block, locked)


@dataclass(frozen=True)
class Holder:
    """What carries the key of one question: its block's value, or a statement."""

    value: Any
    block_id: str
    kind: str
    words: str
    waits: bool = False

    @property
    def otherwise(self) -> str:
        """Return what the key is when nothing of the words can be written in one."""
        silent = self.kind in QuestionKind.silent()
        return self.kind if silent else QUESTION


def _holders(block: Any) -> list[Holder]:
    """Return what carries each key of one block; statements get ids of their own."""
    value = block.value
    if block.block_type == PACK:
        return []
    if block.block_type != STATEMENTS:
        words = value["prompt"] or ""
        return [Holder(value, block.id or "", block.block_type, words)]
    for statement in value["statements"]:
        statement["id"] = statement["id"] or str(uuid4())
    return [
        Holder(
            statement,
            statement["id"],
            value["kind"],
            statement["text"],
            waits=not statement["text"],
        )
        for statement in value["statements"]
    ]


def _of_pack(block: Any) -> tuple[DraftQuestion, ...]:
    """Return the questions of a pack's block, which bring their own keys."""
    return questions_in(block) if block.block_type == PACK else ()


def _fill_options(block: Any, locked: Mapping[str, str]) -> None:
    """Give the options of one block their ids and keys; graded ones go by number."""
    options = block.value.get("options", ())
    kind = block.value.get("kind", block.block_type)
    for option in options:
        option["id"] = option["id"] or str(uuid4())
        option["key"] = option["key"] or locked.get(option["id"], "")
    taken = {option["key"] for option in options} - {""}
    for number, option in enumerate(options, start=1):
        if option["text"] and not option["key"]:
            text = str(number) if kind in QuestionKind.graded() else option["text"]
            option["key"] = propose_key(text, taken=taken, otherwise=OPTION)
            taken.add(option["key"])


def changed_keys(survey: "Survey") -> dict[int, KeyTrouble]:
    """Return, by place in the survey, each question whose published key was changed.

    An option's or a statement's changed key is reported at its question.
    """
    draft = draft_of(survey)
    locked, kinds = survey.locked_keys, survey.published_kinds
    wrong = {}
    for number, block in enumerate(survey.questions):
        alone = replace(draft, questions=questions_in(block))
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
