"""What breakdowns and their groups are called on a page."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.breakdown import Breakdown
from surveys.enums import AnswerState, Company, InvitationKind
from surveys.languages import band_name, language_name
from surveys.logic.asked import asked_in, base_words
from surveys.logic.definition import Definition
from surveys.logic.groups import BY_QUESTION, NOT_ASKED
from surveys.logic.packing import STATES
from surveys.time_taken import Took

NAMES: Mapping[str, str | Promise] = {
    **dict(Breakdown.choices),
    "took": _("How long it took"),
}
FIXED: dict[str, type[TextChoices]] = {
    "company": Company,
    "way_in": InvitationKind,
    "took": Took,
}


def breakdown_name(breakdown: str, definition: Definition) -> str:
    """Return what a breakdown is called on a page."""
    if breakdown in NAMES:
        return str(NAMES[breakdown])
    key = breakdown.removeprefix(BY_QUESTION)
    asked = asked_in(definition, key)
    return base_words(definition, asked)["prompt"] if asked else key


def groups_of(breakdown: str, definition: Definition) -> list[str]:
    """Return the groups that an edition's breakdown can have, in order."""
    match breakdown:
        case "age_band":
            return definition["age_bands"]
        case "language":
            return definition["languages"]
        case "company" | "way_in" | "took":
            return list(FIXED[breakdown].values)
    asked = asked_in(definition, breakdown.removeprefix(BY_QUESTION))
    return asked["options"] if asked else []


def group_name(breakdown: str, group: str, definition: Definition) -> str:
    """Return what one group is called on a page."""
    match breakdown:
        case "age_band":
            return band_name(group)
        case "language":
            return language_name(group)
        case "company" | "way_in" | "took":
            return str(FIXED[breakdown](group).label)
    return _said(breakdown.removeprefix(BY_QUESTION), group, definition)


def _said(key: str, group: str, definition: Definition) -> str:
    """Return what somebody said to a question about them."""
    if group == NOT_ASKED:
        return str(_("Not asked"))
    if group in STATES:
        return str(AnswerState(group).label)
    asked = asked_in(definition, key)
    return (
        base_words(definition, asked)["options"].get(group, group) if asked else group
    )
