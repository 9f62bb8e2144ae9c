"""Names the app to Django, and registers what it does for the apps below."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    """UNDERSTAND: codebook and tags."""

    name = "voice.themes"
    label = "themes"

    def ready(self) -> None:
        """Have tags removed when the words they stand on are gone."""
        from surveys import forgetting, travelled
        from surveys.travelled import Stage
        from voice.moderation import kept_dropped
        from voice.themes.domain.tags import forget_tags, remove_tags_of_words_gone
        from voice.themes.queries import how_far_understood

        kept_dropped.register("themes", remove_tags_of_words_gone)
        forgetting.register("themes", forget_tags)
        travelled.register(Stage.UNDERSTOOD, "themes", how_far_understood)
        open_room()


def open_room() -> None:
    """Register the room of themes."""
    from voice.accounts import rooms
    from voice.themes import permissions

    rooms.register(
        "themes",
        order=30,
        url_name="themes:themes",
        title=_("Themes"),
        description=_("Say what young people are telling us, in themes you agree on."),
        question=permissions.user_may_use_codebooks,
    )
