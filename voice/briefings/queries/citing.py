"""Which briefings and packs stand on a release, for those who recall it."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from voice.briefings.models import Briefing
from voice.briefings.queries.composing import day
from voice.briefings.queries.packs import packs_standing_on
from voice.releases.citing import Citing
from voice.releases.models import Release


def briefings_citing(release: Release) -> list[Citing]:
    """Return each briefing that stands on a release, issued or being written."""
    standing = Briefing.objects.filter(
        Q(releases=release) | Q(sections__release=release)
    )
    return [
        Citing(
            (
                _("The issued briefing “%(title)s”")
                if one.is_issued
                else _("The briefing being written “%(title)s”")
            )
            % {"title": one.title},
            reverse("briefings:briefing", args=[one.pk]),
        )
        for one in standing.distinct().order_by("pk")
    ]


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
