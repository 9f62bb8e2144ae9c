"""Which packs stand on a release, for those who recall it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from voice.briefings.queries.composing import day
from voice.briefings.queries.packs import packs_standing_on
from voice.releases.citing import Citing
from voice.releases.models import Release


def packs_citing(release: Release) -> list[Citing]:
    """Return each pack for inspectors that stands on a release; no child's words."""
    return [
        Citing(
            _("The pack for inspectors of %(since)s to %(until)s")
            % {"since": day(one.since), "until": day(one.until)},
            reverse("briefings:pack", args=[one.pk]),
        )
        for one in packs_standing_on(release)
    ]
