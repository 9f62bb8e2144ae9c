"""Names the app to Django."""

from django.apps import AppConfig
from django.core.checks import register


class ReleasesConfig(AppConfig):
    """Disclosure control, releases, protected tables."""

    name = "voice.releases"
    label = "releases"

    def ready(self) -> None:
        """Check the rule at start."""
        from voice.releases.checks import rule_is_strong_enough

        register(rule_is_strong_enough)
