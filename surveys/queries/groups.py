"""What counts can be broken down by, and which group a response is in."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.enums import AnswerState, Company, InvitationKind, QuestionKind
from surveys.languages import band_name, language_name
from surveys.logic.definition import ANY_BAND, Definition, QuestionDefinition, Words
from surveys.logic.packing import STATES, Field

# Each breakdown that every survey has, and the column of a response it is read from.
COLUMNS = {
    "age_band": "age_band",
    "language": "language",
    "company": "company",
    "way_in": "invitation__kind",
}
NAMES: dict[str, str | Promise] = {
    "age_band": _("Age band"),
    "language": _("Language"),
    "company": _("Who was with them"),
    "way_in": _("Way in"),
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


def breakdown_name(breakdown: str, definition: Definition) -> str:
    """Return what a breakdown is called on a page."""
    if breakdown in NAMES:
        return str(NAMES[breakdown])
    key = breakdown.removeprefix(BY_QUESTION)
    for one in definition["questions"]:
        if one["key"] == key:
            return _base(one, definition)["prompt"]
    return key


def group_name(breakdown: str, group: str, definition: Definition) -> str:
    """Return what one group is called on a page."""
    match breakdown:
        case "age_band":
            return band_name(group)
        case "language":
            return language_name(group)
        case "company":
            return str(Company(group).label)
        case "way_in":
            return str(InvitationKind(group).label)
    return _said(breakdown.removeprefix(BY_QUESTION), group, definition)


def _said(key: str, group: str, definition: Definition) -> str:
    """Return what somebody said to a question about them."""
    if group == NOT_ASKED:
        return str(_("Not asked"))
    if group in STATES:
        return str(AnswerState(group).label)
    for one in definition["questions"]:
        if one["key"] == key:
            return _base(one, definition)["options"].get(group, group)
    return group


def _base(question: QuestionDefinition, definition: Definition) -> Words:
    """Return a question's words in the base language, for every band."""
    return question["wordings"][definition["languages"][0]][ANY_BAND]
