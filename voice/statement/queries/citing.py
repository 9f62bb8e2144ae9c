"""Which evidence cites a release, for those who recall it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from voice.releases.citing import Citing
from voice.releases.models import Release
from voice.statement.queries.evidence import every_evidence


def evidence_citing(release: Release) -> list[Citing]:
    """Return each piece of evidence of a release, where it stands; no child's words."""
    return [
        Citing(
            _("%(kind)s, evidence for “%(key_theme)s”")
            % {"kind": one.get_kind_display(), "key_theme": one.key_theme},
            reverse("statement:evidence", args=[one.pk]),
        )
        for one in every_evidence().filter(release=release).order_by("pk")
    ]
