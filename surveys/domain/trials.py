"""Tries an answer to a draft: what would refuse a young person refuses here, too.

Nothing is written to the database: there is no response, no comment, no recording.
"""

from surveys.domain.refused_answers import AnswerRefused
from surveys.domain.telling import answer_of
from surveys.enums import AnswerState, QuestionKind
from surveys.logic.answers import Refusal, Refused
from surveys.logic.definition import QuestionDefinition
from surveys.logic.recordings import BadRecording, TooLong, as_sent
from surveys.queries.trials import Trial


def try_answer(
    trial: Trial,
    question: QuestionDefinition,
    *,
    value: object,
    words: str,
    state: AnswerState,
    recording: bytes | None,
) -> str:
    """Let `trial` go on from this answer, its words forgotten; return why it may not.

    What comes back is the sentence a young person would read; empty when it is kept.
    """
    if value is None and state == AnswerState.ANSWERED:
        state = AnswerState.SKIPPED
    try:
        if state == AnswerState.ANSWERED and recording is not None:
            trial.answers[question["key"]] = _recorded(question, recording)
        else:
            answer, _words = answer_of(question, value, words=words, state=state)
            trial.answers[question["key"]] = answer
    except Refused as refused:
        return AnswerRefused(refused.why, question).sentence
    return ""


def _recorded(question: QuestionDefinition, recording: bytes) -> dict[str, object]:
    """Return the answer that a recording is; raises Refused for what is none."""
    try:
        as_sent(recording, spoken=question["kind"] == QuestionKind.VOICE)
    except TooLong:
        raise Refused(Refusal.RECORDED_TOO_LONG) from None
    except BadRecording:
        raise Refused(Refusal.NOT_RECORDED) from None
    return {"state": AnswerState.ANSWERED.value}
