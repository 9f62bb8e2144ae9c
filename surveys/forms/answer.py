"""Reads what one page of a survey sends."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from surveys.enums import QuestionKind
from surveys.logic.definition import QuestionDefinition

LISTED = frozenset({QuestionKind.SEVERAL, QuestionKind.ORDER})


@dataclass(frozen=True, slots=True)
class SentPage:
    """One page as a browser sent it; nothing in it is believed before it is checked."""

    response_id: str
    key: str
    skipped: bool
    may_quote: bool
    data: QueryDict

    @classmethod
    def read(cls, data: QueryDict) -> "SentPage":
        """Return what `data`, the fields of a posted page, say."""
        return cls(
            response_id=data.get("response", ""),
            key=data.get("question", ""),
            skipped=data.get("step") == "skip",
            may_quote=data.get("may_quote") == "yes",
            data=data,
        )

    def value_for(self, question: QuestionDefinition) -> Any:
        """Return the answer sent to `question`: text, or a list where several may be."""
        if question["kind"] in LISTED:
            return self.data.getlist("answer")
        return self.data.get("answer", "")
