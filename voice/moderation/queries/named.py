"""Which safeguarding leads are named in words."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.logic.named import named_in
from voice.moderation.queries.concerns import active_with


def leads_named_in(words: str) -> list[User]:
    """Return the leads of whom a name stands in `words`, disguised or not."""
    leads = {user.pk: user for user in active_with(Role.SAFEGUARDING_LEAD)}
    found = named_in(words, {pk: user.name for pk, user in leads.items()})
    return [leads[pk] for pk in sorted(found)]
