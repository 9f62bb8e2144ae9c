"""Names the app to Django."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """The board's pages; reads only what the others own."""

    name = "voice.briefings"
    label = "briefings"
