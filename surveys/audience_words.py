"""What the audiences of surveys are called, and how their words are introduced."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.audience import Audience

# Beside a quote: whoever reads it must not take it for a young person's.
SAID_BY: dict[Audience, Promise] = {
    Audience.FAMILIES: _("A parent or carer said it, not a young person."),
    Audience.STAFF: _("Somebody who works with young people said it."),
}
# Before figures that are not young people's.
APART: dict[Audience, Promise] = {
    Audience.FAMILIES: _(
        "This is what families and carers said. It is counted apart from what young "
        "people said."
    ),
    Audience.STAFF: _(
        "This is what staff and partners said. It is counted apart from what young "
        "people said."
    ),
}


def said_by(audience: str) -> str:
    """Return who said a quote when it was no young person; empty when it was."""
    found = SAID_BY.get(Audience(audience)) if audience else None
    return str(found or "")


def told_apart(audience: str) -> str:
    """Return that figures are not young people's; empty when they are."""
    found = APART.get(Audience(audience)) if audience else None
    return str(found or "")


def survey_called(title: str, audience: str) -> str:
    """Return a survey's title, with its audience when that is not young people."""
    if not audience or audience == Audience.YOUNG_PEOPLE:
        return title
    return f"{title} ({str(Audience(audience).label).lower()})"
