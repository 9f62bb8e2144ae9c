"""Names the app to Django, and opens its room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BriefingsConfig(AppConfig):
    """The board's pages; reads only what the others own."""

    name = "voice.briefings"
    label = "briefings"

    def ready(self) -> None:
        """Register the board's room, that of packs, and what cites a release."""
        from voice.accounts import rooms
        from voice.briefings import file_asked, permissions
        from voice.briefings.queries.citing import packs_citing
        from voice.briefings.queries.led import briefings_led_by, decisions_led_by
        from voice.briefings.tasks import make_soon
        from voice.releases import citing
        from voice.statement import led

        citing.register("packs", packs_citing)
        file_asked.register("briefings", make_soon)

        board = permissions.user_can_read_board
        led.register("briefings", briefings_led_by, may_open=board)
        led.register("decisions", decisions_led_by, may_open=board)
        rooms.register(
            "board",
            order=70,
            url_name="briefings:front",
            title=_("Board"),
            description=_("One page for each key theme: heard, done, promised, late."),
            question=permissions.user_can_read_board,
        )
        rooms.register(
            "packs",
            order=72,
            url_name="briefings:packs",
            title=_("Evidence for inspectors"),
            short=_("For inspectors"),
            description=_(
                "Who was asked, what they said, what came of it: in one pack."
            ),
            question=permissions.user_can_make_packs,
            seldom=True,
        )
