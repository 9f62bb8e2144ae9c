"""Puts earlier answers into later wordings: {answer:KEY|words until it is answered}; pure.

What is put in are the words of the option that was chosen, as this young person read
them, or the number of a scale. What a child wrote, said or drew is never repeated on
a later page: somebody else may hold the phone by then, and it would be shown unread.
So a question answered in own words, and the option that asks for some, give the words
that stand there until it is answered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.conditions import Answers
from surveys.logic.definition import QuestionDefinition, Words, question_words

PIPE = re.compile(r"\{answer:([a-z0-9][a-z0-9_-]{0,39})(?:\|([^{}|]*))?\}")
BROKEN = re.compile(r"\{\s*answer", re.IGNORECASE)
NOTHING = "…"
BETWEEN = ", "


@dataclass(frozen=True)
class Pipe:
    """One earlier answer put into a wording, and what stands there without it."""

    question: str
    fallback: str


def pipe(question: str, fallback: str) -> str:
    """Return what an editor puts into a wording for the answer to `question`."""
    clean = re.sub(r"[{}|]", "", fallback)
    return f"{{answer:{question}|{clean}}}"


def pipes_in(text: str) -> list[Pipe]:
    """Return the earlier answers put into `text`, in order."""
    return [Pipe(key, (words or "").strip()) for key, words in PIPE.findall(text)]


def is_broken(text: str) -> bool:
    """Say whether something in `text` looks like an earlier answer and is none."""
    return BROKEN.search(PIPE.sub("", text)) is not None


def piped(text: str, said: Mapping[str, str]) -> str:
    """Return `text` with what was `said`, by question key, or else its fallbacks."""

    def words(found: re.Match[str]) -> str:
        key, fallback = found.groups()
        return said.get(key) or (fallback or "").strip() or NOTHING

    return PIPE.sub(words, text)


def plainly(text: str) -> str:
    """Return `text` as those read it who have answered nothing: for lists and tables."""
    return piped(text, {})


def piped_words(words: Words, said: Mapping[str, str]) -> Words:
    """Return one question's words with what was `said` before put in."""
    return {
        **words,
        "prompt": piped(words["prompt"], said),
        "help": piped(words["help"], said),
        "options": {key: piped(text, said) for key, text in words["options"].items()},
        "low": piped(words["low"], said),
        "high": piped(words["high"], said),
    }


def words_at(
    steps: Sequence[QuestionDefinition],
    number: int,
    *,
    answers: Answers,
    language: str,
    age_band: str,
) -> Words:
    """Return how the `number`-th of these steps is read, the first being 1.

    With the answers to the steps before it put into its words.
    """
    question = steps[number - 1]
    words = question_words(question, language=language, age_band=age_band)
    if "{answer:" not in str(words):
        return words
    said = words_said(
        steps[: number - 1], answers=answers, language=language, age_band=age_band
    )
    return piped_words(words, said)


def words_said(
    steps: Sequence[QuestionDefinition],
    *,
    answers: Answers,
    language: str,
    age_band: str,
) -> dict[str, str]:
    """Return what was chosen at each of these steps, in the words it was read in.

    Only answers chosen from options, or on a scale; and not the option that asks for
    words of one's own.
    """
    said: dict[str, str] = {}
    for question in steps:
        answer = answers.get(question["key"], {})
        if can_be_repeated(question) and answer.get("state") == AnswerState.ANSWERED:
            words = question_words(question, language=language, age_band=age_band)
            if chosen := _chosen(question, words, answer.get("value")):
                said[question["key"]] = piped(chosen, said)
    return said


def can_be_repeated(question: QuestionDefinition) -> bool:
    """Say whether the answers of `question` may be put into a later wording."""
    return question["kind"] in QuestionKind.closed()


def _chosen(question: QuestionDefinition, words: Words, value: Any) -> str:
    """Return an answer in words; nothing when it holds an option with own words."""
    if question["kind"] == QuestionKind.SCALE:
        return str(value)
    keys = value if isinstance(value, list) else [value]
    if question.get("other") in keys:
        return ""
    return BETWEEN.join(words["options"].get(key, "") for key in keys).strip()
