"""Invented answers in any number, for trying how much a house bears; pure."""

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.answers import SCALE
from surveys.logic.definition import QuestionDefinition

SKIPPED = 0.06
# So many answers to each question are invented; responses are put together from them.
INVENTED = 256


def invented_answers(
    questions: Sequence[QuestionDefinition], random: Random
) -> Iterator[str]:
    """Yield the closed answers of invented responses as JSON, one after another.

    Earlier options are likelier, as in most true answers; some are skipped. The
    answers of one response have nothing to do with each other.
    """
    closed = [one for one in questions if one["kind"] in QuestionKind.closed()]
    pools = [
        [
            f"{json.dumps(one['key'])}: {json.dumps(_answer(one, random))}"
            for _number in range(INVENTED)
        ]
        for one in closed
    ]
    while True:
        # A byte chooses each answer.
        chosen = random.randbytes(len(pools))
        parts = [pool[byte] for pool, byte in zip(pools, chosen, strict=True)]
        yield f"{{{', '.join(parts)}}}"


def _answer(question: QuestionDefinition, random: Random) -> dict[str, Any]:
    """Return one invented answer, or that it was skipped."""
    if random.random() < SKIPPED:
        return {"state": AnswerState.SKIPPED.value}
    value = _value(question, random)
    return {"state": AnswerState.ANSWERED.value, "value": value}


def _value(question: QuestionDefinition, random: Random) -> str | int | list[str]:
    """Return what is chosen."""
    options = question["options"]
    if question["kind"] == QuestionKind.SCALE:
        return int(random.triangular(0, len(SCALE), 7))
    if question["kind"] == QuestionKind.ORDER:
        return random.sample(options, len(options))
    if question["kind"] == QuestionKind.SEVERAL:
        chosen = [key for key in options if random.random() < 1 / 3]
        return chosen or options[:1]
    return options[int(len(options) * random.random() ** 1.5)]
