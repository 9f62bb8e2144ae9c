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
        from voice.council import due
        from voice.moderation import kept_dropped, translation_changed
        from voice.themes import tags_changed
        from voice.themes.domain.forgetting import (
            forget_tags,
            translation_is_another,
            words_are_gone,
        )
        from voice.themes.guides import write_guides
        from voice.themes.queries import how_far_understood
        from voice.themes.sealed_words import register_columns
        from voice.themes.tasks import learn_soon, learn_what_changed

        kept_dropped.register("themes", words_are_gone)
        translation_changed.register("themes", translation_is_another)
        forgetting.register("themes", forget_tags)
        travelled.register(Stage.HEARD, "themes", how_far_understood)
        tags_changed.register("themes", learn_soon)
        due.register("themes learned", learn_what_changed, in_one_transaction=False)
        register_columns()
        open_room()
        write_guides()


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
