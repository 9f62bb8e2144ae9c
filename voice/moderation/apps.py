"""Names the app to Django."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """READ: screening, queue, decisions, redaction, concerns."""

    name = "voice.moderation"
    label = "moderation"
