"""Which safeguarding leads are named in words."""

from collections.abc import Iterable

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.logic.named import named_in
from voice.moderation.queries.concerns import active_with


def leads_named_in(words: str, *, among: Iterable[User] | None = None) -> list[User]:
    """Return the leads of whom a name stands in `words`, disguised or not.

    Of these `among` alone, when they are given.
    """
    asked = active_with(Role.SAFEGUARDING_LEAD) if among is None else among
    leads = {user.pk: user for user in asked}
    found = named_in(words, {pk: user.name for pk, user in leads.items()})
    return [leads[pk] for pk in sorted(found)]
