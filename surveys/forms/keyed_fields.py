"""The fields by which one question of a paper is keyed, by its kind."""

from collections.abc import Iterable

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from surveys.enums import AnswerState, DateParts, QuestionKind
from surveys.logic.answers import states_offered
from surveys.logic.definition import QuestionDefinition, Words

QUIET = {"autocomplete": "off", "dir": "auto"}
Fields = dict[str, forms.Field]


def base_of(question: QuestionDefinition) -> str:
    """Return what the names of a question's fields begin with."""
    return f"q-{question['key']}"


def first_of(question: QuestionDefinition) -> str:
    """Return the name of a question's first field: errors stand beside it."""
    if question["kind"] == QuestionKind.ORDER:
        return f"{base_of(question)}-{question['options'][0]}"
    if question["kind"] == QuestionKind.DATE:
        return f"{base_of(question)}-year"
    return base_of(question)


def date_of(year: int | None, month: str) -> str | None:
    """Return a year, or a year and a month, as answers hold them."""
    if not year:
        return None
    return f"{year}-{month}" if month else str(year)


def fields_of(question: QuestionDefinition, words: Words, number: int) -> Fields:
    """Return the fields of one question, in the order of its paper."""
    name, label = base_of(question), f"{number}. {words['prompt']}"
    fields = _answer_fields(question, words, name, label)
    if question.get("other"):
        fields[f"{name}-words"] = forms.CharField(
            label=_("What is written beside it"),
            required=False,
            strip=False,
            widget=forms.TextInput(attrs=QUIET),
        )
    instead = states_offered(question) - {AnswerState.SKIPPED}
    if instead:
        fields[f"{name}-instead"] = forms.ChoiceField(
            label=_("Ticked instead"),
            required=False,
            choices=[("", ""), *((s.value, s.label) for s in sorted(instead))],
        )
    return fields


def _answer_fields(
    question: QuestionDefinition, words: Words, name: str, label: str
) -> Fields:
    """Return the fields of the answer itself."""
    kind = question["kind"]
    options = [(key, words["options"][key]) for key in question["options"]]
    if kind == QuestionKind.ORDER:
        return _order_fields(options, name, label)
    if kind == QuestionKind.DATE:
        return _date_fields(question, name, label)
    if kind == QuestionKind.SCALE:
        marks = [(str(mark), str(mark)) for mark in range(11)]
        return {name: _radios(label, marks)}
    if kind == QuestionKind.SEVERAL:
        ticks = forms.MultipleChoiceField(
            label=label,
            required=False,
            choices=options,
            widget=forms.CheckboxSelectMultiple,
        )
        return {name: ticks}
    if kind in QuestionKind.one_of():
        return {name: _radios(label, options)}
    rows = 1 if kind == QuestionKind.SHORT_TEXT else 4
    box = forms.CharField(
        label=label,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs=QUIET | {"rows": rows}),
    )
    if kind == QuestionKind.DRAWING:
        box.help_text = _(
            "Say in words what is drawn, or leave it empty and keep the paper."
        )
    return {name: box}


def _radios(label: str, choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    """Return one choice of some, or none."""
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", _("Nothing ticked")), *choices],
        initial="",
        widget=forms.RadioSelect,
    )


def _order_fields(options: list[tuple[str, str]], name: str, label: str) -> Fields:
    """Return a number for each option."""
    return {
        f"{name}-{key}": forms.IntegerField(
            label=f"{label}: {text}",
            required=False,
            min_value=1,
            max_value=len(options),
        )
        for key, text in options
    }


def _date_fields(question: QuestionDefinition, name: str, label: str) -> Fields:
    """Return the year, and the month where it is asked for."""
    year = forms.IntegerField(
        label=label, help_text=_("The year"), required=False, min_value=1900
    )
    fields: Fields = {f"{name}-year": year}
    if question.get("date_parts") == DateParts.MONTH:
        fields[f"{name}-month"] = forms.ChoiceField(
            label=_("Month"),
            required=False,
            choices=[("", ""), *((f"{n:02}", text) for n, text in MONTHS.items())],
        )
    return fields
