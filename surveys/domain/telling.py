"""Keeps what one page told: the answer in the response, words of one's own beside it.

Answering is not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

from dataclasses import dataclass
from datetime import date

from surveys.domain.said_aloud import keep_as_sent, keep_recorded
from surveys.domain.said_words import keep_words, take_back
from surveys.enums import AnswerState, QuestionKind
from surveys.logic.answers import (
    Refusal,
    Refused,
    Value,
    asks_words,
    kept_value,
    kept_words,
    longest_words,
    states_offered,
)
from surveys.logic.definition import QuestionDefinition
from surveys.models import Response


@dataclass(frozen=True, slots=True)
class Told:
    """One page as it was sent; surveys.domain.answering.save_answer says what is what."""

    value: object
    words: str
    state: AnswerState
    recording: bytes | None
    may_quote: bool
    week: date


def keep_told(
    row: Response, question: QuestionDefinition, told: Told
) -> dict[str, Value]:
    """Keep what was told beside the answer, and return the answer itself.

    Raises Refused, KeyDestroyed.
    """
    key, is_answered = question["key"], told.state == AnswerState.ANSWERED
    if is_answered and question["kind"] in QuestionKind.recorded():
        if told.recording is not None:
            keep_recorded(
                row,
                key=key,
                kind=question["kind"],
                sent=told.recording,
                may_quote=told.may_quote,
                week=told.week,
            )
            return {"state": told.state.value}
        if told.value == "" and keep_as_sent(row, key=key, may_quote=told.may_quote):
            return {"state": told.state.value}
    answer, said = answer_of(question, told.value, words=told.words, state=told.state)
    if said:
        keep_words(row, key=key, words=said, may_quote=told.may_quote, week=told.week)
    elif question["kind"] in QuestionKind.told() or "other" in question:
        take_back(row, key=key)
    return answer


def answer_of(
    question: QuestionDefinition, value: object, *, words: str, state: AnswerState
) -> tuple[dict[str, Value], str]:
    """Return the answer as the response holds it, and the words beside it.

    Raises Refused.
    """
    if state != AnswerState.ANSWERED:
        if state not in states_offered(question):
            raise Refused(Refusal.NOT_OFFERED)
        return {"state": state.value}, ""
    kept = kept_value(question, value)
    if question["kind"] in QuestionKind.told():
        return {"state": state.value}, str(kept)
    said = ""
    if words.strip() and asks_words(question, kept):
        said = kept_words(words, longest=longest_words(question))
    return {"state": state.value, "value": kept}, said
