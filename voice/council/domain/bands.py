"""Changes the council's age bands."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.bands_in_use import is_in_use
from voice.council.logic.bands import new_key
from voice.council.models import AgeBand
from voice.council.queries.bands import forget_bands


@transaction.atomic
def keep_band(band: AgeBand, *, by: User) -> AgeBand:
    """Save a new or changed age band and return it; a new one is given its key.

    Raises ValidationError for ages that are no ages, that another band has, or that
    change although young people were asked by them.
    """
    refuse_other_ages(band)
    if not band.key:
        taken = AgeBand.objects.values_list("key", flat=True)
        band.key = new_key((band.youngest, band.oldest), taken=set(taken))
        band.full_clean()
        band.save(force_insert=True)
    else:
        band.full_clean()
        band.save()
    forget_bands()
    record(
        "council.keep_band",
        of=band,
        by=by,
        youngest=band.youngest,
        oldest=band.oldest,
        offered=band.is_offered,
    )
    return band


def refuse_other_ages(band: AgeBand) -> None:
    """Raise ValidationError when `band` was asked by other ages than it has now.

    What “11 to 17” answered stays what 11 to 17 answered: trends would break unseen.
    """
    before = AgeBand.objects.filter(pk=band.key).first() if band.key else None
    if before is None or (before.youngest, before.oldest) == (
        band.youngest,
        band.oldest,
    ):
        return
    if is_in_use(band.key):
        raise ValidationError(
            _(
                "Young people have been asked as “%(ages)s”, so these ages stay. Add "
                "another age band, and stop offering this one."
            )
            % {"ages": before.ages}
        )
