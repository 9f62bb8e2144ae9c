"""Names the app to Django."""

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """Disclosure control, releases, protected tables."""

    name = "voice.releases"
    label = "releases"
