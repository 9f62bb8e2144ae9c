"""Which replies speak from a release, for those who recall it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from voice.releases.citing import Citing
from voice.releases.models import Release
from voice.replies.models import Reply


def replies_citing(release: Release) -> list[Citing]:
    """Return each reply that speaks from a release, published or being written."""
    replies = Reply.objects.filter(release=release).select_related("consultation")
    return [
        Citing(
            (
                _("The published reply to “%(title)s”")
                if one.is_published
                else _("The reply being written to “%(title)s”")
            )
            % {"title": one.consultation.title},
            reverse("replies:write", args=[one.consultation.slug]),
        )
        for one in replies.order_by("pk")
    ]
