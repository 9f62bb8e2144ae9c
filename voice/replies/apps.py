"""Names the app to Django."""

from django.apps import AppConfig


class RepliesConfig(AppConfig):
    """REPLY: what we say back, and what we promise."""

    name = "voice.replies"
    label = "replies"
