"""Which groups a response is in: by what it says of itself, or by what it answers."""

from surveys.enums import QuestionKind
from surveys.logic.conditions import questions_in
from surveys.logic.definition import Definition, QuestionDefinition
from surveys.logic.drafts import Draft, DraftQuestion
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


def asks_who(question: DraftQuestion) -> bool:
    """Say whether results may be broken down by a question: everybody is asked it.

    Whom an earlier answer keeps from it would tell that answer by giving none here.
    """
    return (
        question.about_them
        and question.kind in QuestionKind.one_of()
        and not questions_in(question.show_if)
    )


def not_asking_who(draft: Draft, before: Definition | None = None) -> list[str]:
    """Return the keys of breakdowns that nothing can be broken down by.

    Because no question asks who they are by that key, or its choices are not those it
    had `before`, in the edition that promised it.
    """
    options = {
        one.key: {option.key for option in one.options}
        for one in draft.questions
        if asks_who(one)
    }
    first = {
        one["key"]: set(one["options"])
        for one in (before["questions"] if before else [])
    }
    keys = [
        by.removeprefix(BY_QUESTION)
        for by in draft.breakdowns
        if by.startswith(BY_QUESTION)
    ]
    return [
        key
        for key in keys
        if key not in options or first.get(key, options[key]) != options[key]
    ]


def group_of(packed: bytes, field: Field) -> str:
    """Return what a response says to a question of one choice: an option or a state."""
    code = packed[field.start]
    for state, number in STATES.items():
        if code == number:
            return state
    return field.options[code - 1] if code else NOT_ASKED
