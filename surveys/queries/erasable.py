"""Which surveys somebody may erase responses in."""

from django.db.models import QuerySet

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor


def surveys_to_erase_in(user: Visitor) -> QuerySet[Survey]:
    """Return every survey for the data protection officer; a worker's own for them."""
    if isinstance(user, User) and user.has_role(Role.DATA_PROTECTION_OFFICER):
        return Survey.objects.all()
    return surveys_run_by(user)
