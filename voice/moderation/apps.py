"""Names the app to Django, and registers what it does for the apps below."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """READ: screening, queue, decisions, redaction, concerns."""

    name = "voice.moderation"
    label = "moderation"

    def ready(self) -> None:
        """Have comments received when they are saved, and readers asked for."""
        from surveys import after_save, publish_checks
        from voice.moderation.domain.cover import readers_and_cover
        from voice.moderation.tasks import receive_and_screen

        after_save.register("moderation", receive_and_screen)
        publish_checks.register("moderation", readers_and_cover)
        open_rooms()


def open_rooms() -> None:
    """Register the readers' room and the safeguarding leads'."""
    from voice.accounts import rooms
    from voice.moderation import permissions

    rooms.register(
        "reading",
        order=20,
        url_name="moderation:reading",
        title=_("Reading"),
        description=_("Read every comment and decide what may be counted and quoted."),
        question=permissions.user_may_read_comments,
    )
    rooms.register(
        "concerns",
        order=25,
        url_name="moderation:concerns",
        title=_("Concerns"),
        description=_("What readers passed on to you. Nobody else can see it."),
        question=permissions.user_can_read_concerns,
    )
