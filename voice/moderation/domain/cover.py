"""What must be true of people before a survey opens: readers and safeguarding cover."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from surveys.models import Survey
from voice.accounts.enums import Role
from voice.moderation.queries.concerns import active_with


def readers_and_cover(survey: Survey) -> Iterator[str]:
    """Yield a sentence for each kind of person that is missing."""
    if not active_with(Role.PARTICIPATION_WORKER).exists():
        yield _(
            "Nobody is there to read what young people write: "
            "invite a participation worker first."
        )
    if not active_with(Role.SAFEGUARDING_LEAD).exists():
        yield _("There is no safeguarding cover: invite a safeguarding lead first.")
