"""What must be true of people before a survey opens: readers and safeguarding cover."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from surveys.languages import language_name
from surveys.models import Survey
from voice.accounts.enums import Role
from voice.moderation.queries.concerns import active_with
from voice.moderation.queries.readers import readers_of


def readers_and_cover(survey: Survey) -> Iterator[str]:
    """Yield a sentence for each kind of person that is missing."""
    readers = list(readers_of(survey))
    if not readers:
        yield _(
            "Nobody is there to read what young people write: "
            "invite a participation worker first."
        )
    else:
        read = {code for reader in readers for code in reader.reads_languages}
        for code in survey.languages:
            if code not in read:
                yield _(
                    "No reader of this survey reads %(language)s: ask one who does to "
                    "say so on their own page, or invite a worker who reads it."
                ) % {"language": language_name(code)}
    if not active_with(Role.SAFEGUARDING_LEAD).exists():
        yield _("There is no safeguarding cover: invite a safeguarding lead first.")
