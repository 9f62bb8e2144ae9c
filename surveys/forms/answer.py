"""Reads what one page of a survey sends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import QuestionDefinition

# Before "not sure" or "prefer not to say" among the options; no key begins so.
INSTEAD = "~"
OFFERED = (AnswerState.NOT_SURE, AnswerState.NOT_SAID)


@dataclass(frozen=True, slots=True)
class SentPage:
    """One page as a browser sent it; nothing in it is believed before it is checked."""

    response_id: str
    key: str
    skipped: bool
    later: bool
    looks: bool
    """Only how the page looks is to change; nothing is sent."""
    wants_contact: bool
    deleted: bool
    may_quote: bool
    words: str
    recording: UploadedFile | None
    data: QueryDict

    @classmethod
    def read(
        cls, data: QueryDict, files: Mapping[str, Any] | None = None
    ) -> "SentPage":
        """Return what `data` and `files`, the fields of a posted page, say."""
        return cls(
            response_id=data.get("response", ""),
            key=data.get("question", ""),
            skipped=data.get("step") == "skip",
            later=data.get("step") == "save",
            looks=data.get("step") == "look",
            wants_contact=data.get("step") == "contact",
            deleted=data.get("delete") == "yes",
            may_quote=data.get("may_quote") == "yes",
            words=data.get("words", ""),
            recording=(files or {}).get("recording"),
            data=data,
        )

    @property
    def state(self) -> AnswerState:
        """Return what was said instead of an answer; ANSWERED when nothing was.

        Of both, "prefer not to say" counts: it asks least of the child.
        """
        said = {*self.data.getlist("instead"), *self.data.getlist("answer")}
        found = [state for state in OFFERED if INSTEAD + state in said]
        return found[-1] if found and not self.skipped else AnswerState.ANSWERED

    def value_for(self, question: QuestionDefinition) -> Any:
        """Return the answer sent to `question`: text, or a list where several may be.

        None when it was skipped, or when what was recorded is taken back.
        """
        kind = question["kind"]
        if self.skipped or self._takes_back(question):
            return None
        if kind in QuestionKind.told():
            return self.data.get("answer", "")
        if kind == QuestionKind.DATE:
            return self._date()
        chosen = [
            value
            for value in self.data.getlist("answer")
            if value and not value.startswith(INSTEAD)
        ]
        if kind in {QuestionKind.SEVERAL, QuestionKind.ORDER}:
            return chosen
        return chosen[-1] if chosen else ""

    def says_anything(self, question: QuestionDefinition) -> bool:
        """Say whether the page answers `question` in any way, or takes something back."""
        value = self.value_for(question)
        has_value = bool(value.strip() if isinstance(value, str) else value)
        return bool(
            has_value
            or self.words.strip()
            or self.recording
            or self.deleted
            or self.state != AnswerState.ANSWERED
        )

    def has_words(self, question: QuestionDefinition) -> bool:
        """Say whether somebody wrote, said or drew something on the page."""
        typed = self.data.get("answer", "") if _is_told(question) else ""
        return bool(typed.strip() or self.words.strip() or self.recording)

    def trouble_with(self, question: QuestionDefinition) -> str:
        """Return why the page contradicts itself, for its writer; empty when it does not."""
        value = self.value_for(question)
        has_value = bool(value.strip() if isinstance(value, str) else value)
        if self.skipped:
            return ""
        if self.state != AnswerState.ANSWERED and (has_value or self.recording):
            return _(
                "You gave an answer, and also said that you are not sure or would "
                "rather not say. Please keep one of the two."
            )
        if self.recording and has_value:
            return _(
                "You wrote something, and also recorded or drew something. Please keep "
                "one of the two."
            )
        return ""

    def _takes_back(self, question: QuestionDefinition) -> bool:
        """Say whether what was recorded before is taken back, with nothing in its place."""
        is_recorded = question["kind"] in QuestionKind.recorded()
        words = self.data.get("answer", "").strip()
        return is_recorded and self.deleted and not self.recording and not words

    def places(self) -> list[str]:
        """Return what was put at each place, in order; empty where nothing was."""
        return self.data.getlist("answer")

    def _date(self) -> str:
        """Return the year, or year and month, as "2026" or "2026-03"."""
        year, month = self.data.get("year", ""), self.data.get("month", "")
        return f"{year}-{month}" if month else year


def _is_told(question: QuestionDefinition) -> bool:
    """Say whether the answer to `question` is in somebody's own words."""
    return question["kind"] in QuestionKind.told()
