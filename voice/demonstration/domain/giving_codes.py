"""Gives codes: a batch for letters, not taken out yet, and how many were asked."""

from surveys.domain.asked import keep_asked
from surveys.domain.invitation_codes import make_batch
from surveys.models import Invitation
from voice.demonstration.domain.telling import Telling

LETTERS = 40
BY_LINK = {"Leaving care team": 640, "Drop-in": 310}


def give_codes(telling: Telling, link: Invitation) -> None:
    """Make codes to try taking out, for the survey of `link`, and say who was asked."""
    worker = telling.people["worker"]
    keep_asked(link, groups=BY_LINK, by=worker)
    make_batch(
        link.survey,
        size=LETTERS,
        label="Letters to care leavers",
        asked={"Care leavers living alone": LETTERS},
        by=worker,
    )
