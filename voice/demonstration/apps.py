"""Names the app to Django."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """Calderwick, an invented council, to try everything on."""

    name = "voice.demonstration"
    label = "demonstration"
