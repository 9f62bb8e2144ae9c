"""Releases: two people sign what others may see of the finished surveys."""

from surveys.models import Survey
from voice.demonstration.domain.answering import Heard
from voice.demonstration.domain.telling import Telling
from voice.releases.domain.releases import (
    propose_release,
    refuse_quote,
    sign_release,
)
from voice.releases.models import Release


def release_survey(telling: Telling, slug: str, heard: Heard) -> Release:
    """Issue the release of one survey with the quotes the story chose."""
    second = telling.people["worker2"]
    release = propose_release(
        Survey.objects.get(slug=slug),
        by=telling.people["worker"],
        quotes=[comment for comment, said in heard if said.chosen],
    )
    for comment, said in heard:
        if said.refused:
            refuse_quote(
                release.quotes.get(comment=comment), why=said.refused, by=second
            )
    release.refresh_from_db()
    return sign_release(release, by=second)
