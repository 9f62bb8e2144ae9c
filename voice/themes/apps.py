"""Names the app to Django."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    """UNDERSTAND: codebook and tags."""

    name = "voice.themes"
    label = "themes"
