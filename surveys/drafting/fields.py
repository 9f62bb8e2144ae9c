"""Form fields and blocks that hold a list, or many settings, in one field.

One field a list keeps the editor quick: a survey of sixty questions with a field for
each option and setting was measured at thousands of fields.
"""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin.telepath import register

from surveys.drafting.starts import start_options
from surveys.drafting.values import (
    STATEMENTS,
    ExtrasValue,
    OptionValue,
    StatementValue,
    extras_of,
    options_of,
    statements_of,
)
from surveys.drafting.widgets import (
    CopiedFieldAdapter,
    ExtrasWidget,
    LinesWidget,
)
from surveys.enums import DateParts, QuestionKind
from surveys.logic.keys import GOOD_KEY

LONGEST_TEXT = 200
LONGEST_DECISION = 300
GRADES = 5
MOST_STATEMENTS = 20


class JSONField(forms.Field):
    """A field whose value is JSON in one hidden input; `shaped` gives it its shape."""

    shaped = staticmethod(lambda raw: raw)

    def prepare_value(self, value: Any) -> str:
        """Return what the input holds."""
        return json.dumps(self.shaped(value), ensure_ascii=False)

    def to_python(self, value: Any) -> Any:
        """Return the value in its shape; JSON that is broken is empty."""
        return self.shaped(parsed(value))


def parsed(value: Any) -> Any:
    """Return what a browser sent, as Python; of broken JSON, nothing."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value or "null")
    except ValueError:
        return None


class OptionsField(JSONField):
    """The options of a question of one kind."""

    shaped = staticmethod(options_of)

    def __init__(self, kind: str, **options: Any) -> None:
        """Know the kind: it says how many there are, and what each needs."""
        self.kind = kind
        self.least, self.most = how_many(kind)
        super().__init__(
            widget=LinesWidget(kind, least=self.least, most=self.most), **options
        )

    def validate(self, value: list[OptionValue]) -> None:
        """Refuse what no draft can hold; what is only unfinished, when it matters."""
        wrong = [*_rows_wrong(value), *self._too_many(value)]
        if self.required:
            wrong += self._unfinished(value)
        if wrong:
            raise ValidationError(wrong)

    def _too_many(self, value: list[OptionValue]) -> list[str]:
        """Return what no draft may hold."""
        wrong = []
        if len(value) > self.most:
            wrong.append(
                _("At most %(number)d options, please.") % {"number": self.most}
            )
        if sum(option["is_other"] for option in value) > 1:
            wrong.append(_("Only one option can ask for words of their own."))
        return wrong

    def _unfinished(self, value: list[OptionValue]) -> list[str]:
        """Return what is missing."""
        wrong = _rows_empty([option["text"] for option in value])
        if len(value) < self.least:
            wrong.append(
                _("At least %(number)d options, please.") % {"number": self.least}
            )
        if self.kind == QuestionKind.PICTURE:
            wrong += [
                _("Line %(number)d needs a picture.") % {"number": number}
                for number, option in enumerate(value, start=1)
                if option["picture"] is None
            ]
        return wrong


class StatementsField(JSONField):
    """Statements on one scale, each to become a question."""

    shaped = staticmethod(statements_of)

    def __init__(self, **options: Any) -> None:
        """Have the widget of lines."""
        super().__init__(
            widget=LinesWidget(STATEMENTS, least=1, most=MOST_STATEMENTS), **options
        )

    def validate(self, value: list[StatementValue]) -> None:
        """Refuse what no draft can hold; what is only unfinished, when it matters."""
        wrong = _rows_wrong(value)
        if self.required:
            wrong += _rows_empty([statement["text"] for statement in value])
            if not value:
                wrong.append(_("Write at least one statement."))
        if wrong:
            raise ValidationError(wrong)


class ExtrasField(JSONField):
    """What a question may have besides its words."""

    shaped = staticmethod(extras_of)

    def __init__(self, kind: str, **options: Any) -> None:
        """Know the kind: it says what is offered."""
        super().__init__(widget=ExtrasWidget(kind), **options)

    def validate(self, value: ExtrasValue) -> None:
        """Refuse what no draft can hold."""
        wrong = []
        if len(value["decision"]) > LONGEST_DECISION:
            wrong.append(
                _("Say in %(number)d letters what it will decide.")
                % {"number": LONGEST_DECISION}
            )
        if value["date_parts"] not in {"", *DateParts.values}:
            wrong.append(_("Ask for a year, or for a month and a year."))
        if wrong:
            raise ValidationError(wrong)


def how_many(kind: str) -> tuple[int, int]:
    """Return the fewest and the most options a question of `kind` has."""
    if kind in QuestionKind.graded():
        return GRADES, GRADES
    return 2, 12


def _rows_wrong(rows: list[Any]) -> list[str]:
    """Return what no draft may hold: words too long, keys that are none."""
    wrong = []
    for number, row in enumerate(rows, start=1):
        if len(row["text"]) > LONGEST_TEXT:
            wrong.append(
                _("Line %(number)d is longer than %(most)d letters.")
                % {"number": number, "most": LONGEST_TEXT}
            )
        if row["key"] and not GOOD_KEY.fullmatch(row["key"]):
            wrong.append(
                _(
                    "The key of line %(number)d: use small letters, digits, _ and -, "
                    "up to 40 of them."
                )
                % {"number": number}
            )
    return wrong


def _rows_empty(texts: list[str]) -> list[str]:
    """Return which lines have no words, and which say the same as another."""
    wrong = [
        _("Line %(number)d has no words.") % {"number": number}
        for number, text in enumerate(texts, start=1)
        if not text
    ]
    said = [text.casefold() for text in texts if text]
    if len(said) != len(set(said)):
        wrong.append(_("Two lines say the same."))
    return wrong


class JSONBlock(blocks.FieldBlock):
    """A block that is one field of JSON."""

    field: JSONField

    def normalize(self, value: Any) -> Any:
        """Return what Python code gave, in its shape."""
        return self.field.shaped(value)

    def to_python(self, value: Any) -> Any:
        """Return what was stored, in its shape."""
        return self.field.shaped(value)

    def value_from_form(self, value: Any) -> Any:
        """Return what a browser sent, in its shape."""
        return self.field.to_python(value)


class OptionsBlock(JSONBlock):
    """The options of a question of one kind."""

    def __init__(self, kind: str = QuestionKind.SINGLE.value, **options: Any) -> None:
        """Begin with the usual options of the kind."""
        self.field = OptionsField(kind)
        self.kind = kind
        super().__init__(**options)

    def get_default(self) -> list[OptionValue]:
        """Return what a new question of this kind begins with."""
        return start_options(self.kind)


class StatementsBlock(JSONBlock):
    """Statements on one scale."""

    def __init__(self, **options: Any) -> None:
        """Begin with two empty lines."""
        self.field = StatementsField()
        super().__init__(**options)

    def get_default(self) -> list[StatementValue]:
        """Return two empty lines."""
        return statements_of([{}, {}])


class ExtrasBlock(JSONBlock):
    """What a question may have besides its words."""

    def __init__(self, kind: str = QuestionKind.SINGLE.value, **options: Any) -> None:
        """Offer what the kind may have."""
        self.field = ExtrasField(kind, required=False)
        self.kind = kind
        super().__init__(**options)

    def get_default(self) -> ExtrasValue:
        """Return what a new question of this kind begins with."""
        parts = DateParts.YEAR.value if self.kind == QuestionKind.DATE else ""
        return extras_of({"date_parts": parts})


register(CopiedFieldAdapter(), JSONBlock)
