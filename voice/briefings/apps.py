"""Names the app to Django, and opens its room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BriefingsConfig(AppConfig):
    """The board's pages; reads only what the others own."""

    name = "voice.briefings"
    label = "briefings"

    def ready(self) -> None:
        """Register the board's room."""
        from voice.accounts import rooms
        from voice.briefings import permissions

        rooms.register(
            "board",
            order=70,
            url_name="briefings:front",
            title=_("Board"),
            description=_("One page for each key theme: heard, done, promised, late."),
            question=permissions.user_can_read_board,
        )
