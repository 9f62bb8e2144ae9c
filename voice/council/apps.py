"""Names the app to Django."""

from django.apps import AppConfig


class CouncilConfig(AppConfig):
    """The organisation: help lines, duty hours, languages, age bands, keys."""

    name = "voice.council"
    label = "council"
