"""What the board was told, and agreed, on the ground of what was heard."""

from django.urls import reverse
from django.utils.translation import gettext as _

from voice.briefings.enums import BriefingState
from voice.briefings.models import Briefing, Decision
from voice.statement.led import Ground, Led


def decisions_led_by(ground: Ground) -> list[Led]:
    """Return what meetings agreed about these key themes; one query."""
    found = Decision.objects.filter(key_theme__in=ground.key_themes).select_related(
        "meeting"
    )
    return [
        Led(
            kind=_("Decision of the board"),
            words=one.what,
            href=reverse("briefings:decisions"),
            board_href=reverse("briefings:decisions"),
            state=str(one.get_state_display()),
            on=one.meeting.on,
            key_theme=one.key_theme_id,
        )
        for one in found.order_by("meeting__on", "pk")
    ]


def briefings_led_by(ground: Ground) -> list[Led]:
    """Return the issued briefings that stand on these releases; one query.

    A version that another has taken the place of is not among them.
    """
    found = (
        Briefing.objects.filter(
            releases__in=ground.releases, state=BriefingState.ISSUED
        )
        .exclude(followed_by__state=BriefingState.ISSUED)
        .distinct()
    )
    return [
        Led(
            kind=_("Paper for the board"),
            words=one.title,
            href=reverse("briefings:paper", args=[one.pk]),
            board_href=reverse("briefings:paper", args=[one.pk]),
            state=one.audience,
            on=one.meeting_on,
            language=one.language,
        )
        for one in found.order_by("meeting_on", "pk")
    ]
