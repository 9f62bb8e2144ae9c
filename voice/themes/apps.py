"""Names the app to Django, and registers what it does for the apps below."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    """UNDERSTAND: codebook and tags."""

    name = "voice.themes"
    label = "themes"

    def ready(self) -> None:
        """Have tags removed when the words they stand on are gone."""
        from voice.moderation import kept_dropped
        from voice.themes.domain.tags import remove_tags_of_words_gone

        kept_dropped.register("themes", remove_tags_of_words_gone)
