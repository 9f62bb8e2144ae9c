"""Names the app to Django."""

from django.apps import AppConfig


class LeaksConfig(AppConfig):
    """Looks for what young people wrote where it may not be."""

    name = "voice.leaks"
    label = "leaks"
