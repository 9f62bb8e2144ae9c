"""Taking an issued release back."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.models import Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.releases.models import Recall, Release

DIGIT = re.compile(r"\d")


class CannotRecall(Exception):
    """This release is not taken back now; the message is for people."""


class NotIssued(CannotRecall):
    """Only what was issued can be taken back; what waits is dropped."""

    def __init__(self) -> None:
        super().__init__(_("Only a release that was issued can be recalled."))


class RecalledAlready(CannotRecall):
    """Somebody was first."""

    def __init__(self) -> None:
        super().__init__(_("This release has been recalled already."))


class NoReason(CannotRecall):
    """Everybody who reads it is told why."""

    def __init__(self) -> None:
        super().__init__(_("Say why. Everybody who reads the release is told."))


class NumberInReason(CannotRecall):
    """A number in the reason has been through no protection."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Leave numbers and dates out of the reason: a number that was not "
                "protected could tell who somebody is. The date is added by itself."
            )
        )


def refuse_reason(why: str) -> None:
    """Raise NoReason or NumberInReason when `why` cannot stand above a release."""
    if not why.strip():
        raise NoReason
    if DIGIT.search(why):
        raise NumberInReason


@transaction.atomic
def recall_release(release: Release, *, why: str, by: User) -> Recall:
    """Take an issued release back: it counts no more, and says why wherever it is read.

    The release itself stays as it was signed. Raises CannotRecall.
    """
    refuse_reason(why)
    # As propose_release does: whoever makes the next one at this moment waits.
    Survey.objects.select_for_update().get(pk=release.survey_id)
    stored = Release.objects.select_for_update(of=("self",)).get(pk=release.pk)
    if not stored.is_issued:
        raise NotIssued
    if stored.is_recalled:
        raise RecalledAlready
    recall = Recall.objects.create(release=stored, by=by, why=why.strip())
    record("releases.recall", of=stored, by=by, recall=recall.pk)
    return recall
