"""Names the app to Django, and registers what it does for the apps below."""

from django.apps import AppConfig


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
