"""What was keyed of one question from a paper; pure."""

from dataclasses import dataclass
from typing import Any, Self

from surveys.enums import AnswerState, QuestionKind


@dataclass(frozen=True, slots=True)
class Keyed:
    """What was keyed of one question: as surveys.domain.answering.save_answer takes it."""

    value: Any = None
    words: str = ""
    state: AnswerState = AnswerState.ANSWERED

    @classmethod
    def of(cls, said: dict[str, Any]) -> Self:
        """Return what `as_json` wrote."""
        return cls(said["value"], said["words"], AnswerState(said["state"]))

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {"value": self.value, "words": self.words, "state": self.state.value}

    def own_words(self, kind: str) -> str:
        """Return what was written in a young person's own words, of a `kind` of question."""
        is_told = kind in QuestionKind.told()
        return str(self.value or "") if is_told else self.words

    def plainly(self, kind: str) -> tuple[Any, ...]:
        """Return it so that two keyings of the same paper are equal.

        Space between words is no difference, nor is a number typed as text.
        """
        is_empty = self.value in (None, "", []) and not self.words.strip()
        if self.state != AnswerState.ANSWERED or is_empty:
            nothing = self.state in {AnswerState.ANSWERED, AnswerState.SKIPPED}
            return (AnswerState.SKIPPED if nothing else self.state,)
        words = " ".join(self.own_words(kind).split())
        if kind in QuestionKind.told():
            return (words,)
        value = self.value
        if isinstance(value, list):
            several = kind == QuestionKind.SEVERAL
            return (*(sorted(value) if several else value), words)
        return (str(value), words)
