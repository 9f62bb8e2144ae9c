"""Reads what is keyed of every question of one paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.domain.refused_answers import AnswerRefused
from surveys.domain.telling import answer_of
from surveys.enums import AnswerState, QuestionKind
from surveys.forms.keyed_fields import base_of, date_of, fields_of, first_of
from surveys.logic.answers import Refused
from surveys.logic.definition import QuestionDefinition, question_words
from surveys.logic.keyed import Keyed
from surveys.models import Edition
from surveys.queries.keyed import questions_on_paper
from surveys.queries.steps import definition_of


class KeyedForm(forms.Form):
    """Every question of one paper, to be keyed with few keys."""

    def __init__(
        self,
        *args: Any,
        edition: Edition,
        language: str,
        age_band: str,
        **kwargs: Any,
    ) -> None:
        """Ask what the edition's paper asks of a band."""
        super().__init__(*args, **kwargs)
        self.questions = questions_on_paper(definition_of(edition), age_band)
        self.rows: list[list[str]] = []
        for number, question in enumerate(self.questions, start=1):
            words = question_words(question, language=language, age_band=age_band)
            fields = fields_of(question, words, number)
            self.fields.update(fields)
            self.rows.append(list(fields))

    @property
    def parts(self) -> list[list[forms.BoundField]]:
        """Return the fields, those of one question together."""
        return [[self[name] for name in names] for names in self.rows]

    def clean(self) -> None:
        """Say beside each question why what was keyed does not fit it."""
        super().clean()
        for question in self.questions:
            said = self._keyed(question)
            if said.value is None and said.state == AnswerState.ANSWERED:
                continue
            try:
                answer_of(question, said.value, words=said.words, state=said.state)
            except Refused as refused:
                self.add_error(
                    first_of(question), AnswerRefused(refused.why, question).sentence
                )

    def keyed(self) -> dict[str, Keyed]:
        """Return what was keyed of every question, by its key."""
        return {question["key"]: self._keyed(question) for question in self.questions}

    def _keyed(self, question: QuestionDefinition) -> Keyed:
        """Return what was keyed of one question."""
        name, data = base_of(question), self.cleaned_data
        instead = data.get(f"{name}-instead", "")
        if instead:
            return Keyed(state=AnswerState(instead))
        kind = question["kind"]
        if kind == QuestionKind.ORDER:
            value: Any = self._ordered(question)
        elif kind == QuestionKind.DATE:
            value = date_of(data.get(f"{name}-year"), data.get(f"{name}-month", ""))
        else:
            value = data.get(name)
        empty = value in (None, "", [])
        words = data.get(f"{name}-words", "")
        return Keyed(None if empty else value, words)

    def _ordered(self, question: QuestionDefinition) -> list[str]:
        """Return the options by the number written beside each."""
        name = base_of(question)
        placed = {
            key: self.cleaned_data.get(f"{name}-{key}") for key in question["options"]
        }
        numbered = [(place, key) for key, place in placed.items() if place]
        if len({place for place, _key in numbered}) < len(numbered):
            self.add_error(
                first_of(question), _("Two have the same number. Leave them both out.")
            )
            return []
        return [key for _place, key in sorted(numbered)]
