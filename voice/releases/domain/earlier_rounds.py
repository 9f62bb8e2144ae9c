"""Keeping a round that was asked with another tool, and taking it out again."""

from datetime import date

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.models import Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.releases.logic.intruder.attacking import attack
from voice.releases.logic.intruder.knowing import Seen
from voice.releases.logic.round_draft import RoundDraft
from voice.releases.models import EarlierRound
from voice.releases.presentation import ordinal_words
from voice.releases.queries.earlier_rounds import releases_beside, verified_round


class RoundNotEarlier(Exception):
    """It was asked when young people were already asked here, or has yet to be."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "An earlier round is one that closed before this survey opened. Look at "
                "its date."
            )
        )


class RoundStandsAlready(Exception):
    """A round of this name or this day is there already."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "An earlier round of this name, or of this day, stands here already. "
                "Take that one out first, if this one is to stand in its place."
            )
        )


class RoundGivesAway(Exception):
    """Beside its own other numbers, a small number of it could be worked out."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "From its own numbers somebody could work out a small one, or whether "
                "they could was not settled in time. Leave a question out, and bring "
                "it once more."
            )
        )


class RoundIsCited(Exception):
    """A release was made with the round beside it."""

    def __init__(self, number: int) -> None:
        super().__init__(
            _(
                "It stays: it stood beside this when it was made, and people read the "
                "two together: %(release)s."
            )
            % {"release": ordinal_words(number).lower()}
        )


def may_be_earlier(survey: Survey, day: date) -> bool:
    """Say whether a round that closed on `day` is over, and from before the survey."""
    return day < min(timezone.localdate(), survey.consultation.opens_on)


def try_round(draft: RoundDraft) -> None:
    """Attack what a round would tell; raises RoundGivesAway unless it holds.

    Of whom it tells is known to nobody here, so it is looked at by itself.
    """
    seen = Seen(0, draft.tables, known=False)
    if not attack([seen], None, seconds=settings.DISCLOSURE_ATTACK_SECONDS).holds:
        raise RoundGivesAway


@transaction.atomic
def keep_round(survey: Survey, *, draft: RoundDraft, by: User) -> EarlierRound:
    """Keep an earlier round as it was shown.

    `draft` was protected on its way in. Raises RoundNotEarlier, RoundGivesAway and
    RoundStandsAlready.
    """
    if not may_be_earlier(survey, draft.held_on):
        raise RoundNotEarlier
    try_round(draft)
    kept = EarlierRound(
        survey=survey,
        title=draft.title,
        source=draft.source,
        held_on=draft.held_on,
        kind=draft.tables["kind"],
        tables=dict(draft.tables),
        content_hash=draft.content_hash,
        imported_by=by,
    )
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise RoundStandsAlready from None
    record(
        "releases.keep_round",
        of=kept,
        by=by,
        survey=survey.pk,
        kind=kept.kind,
        content_hash=kept.content_hash,
    )
    return kept


@transaction.atomic
def take_round_out(earlier: EarlierRound, *, by: User) -> None:
    """Take an earlier round out, as if it had not been brought in.

    Raises RoundIsCited once a release was made with it beside.
    """
    Survey.objects.select_for_update().get(pk=earlier.survey_id)
    stored = verified_round(EarlierRound.objects.get(pk=earlier.pk))
    beside = releases_beside(stored).first()
    if beside is not None:
        raise RoundIsCited(beside.number)
    record(
        "releases.take_round_out",
        of=stored,
        by=by,
        survey=stored.survey_id,
        content_hash=stored.content_hash,
    )
    stored.delete()
