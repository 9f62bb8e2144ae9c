"""Which groups a response is in: by what it says of itself, or by what it answers."""

from surveys.enums import QuestionKind
from surveys.logic.definition import Definition, QuestionDefinition
from surveys.logic.packing import STATES, Field

# Each breakdown that every survey has, and the column of a response it is read from.
COLUMNS = {
    "age_band": "age_band",
    "language": "language",
    "company": "company",
    "way_in": "invitation__kind",
    "took": "took",
}
# Before the key of a question that asks who they are.
BY_QUESTION = "q:"
NOT_ASKED = ""


def breakdowns_of(definition: Definition) -> list[str]:
    """Return what one edition's counts are broken down by: columns, then questions.

    Questions of one choice that ask who a young person is: gender, area, care.
    """
    return [*COLUMNS, *(BY_QUESTION + one["key"] for one in _about_them(definition))]


def _about_them(definition: Definition) -> list[QuestionDefinition]:
    """Return the questions of one choice that ask who they are."""
    return [
        one
        for one in definition["questions"]
        if one.get("about_them") and one["kind"] in QuestionKind.one_of()
    ]


def group_of(packed: bytes, field: Field) -> str:
    """Return what a response says to a question of one choice: an option or a state."""
    code = packed[field.start]
    for state, number in STATES.items():
        if code == number:
            return state
    return field.options[code - 1] if code else NOT_ASKED
