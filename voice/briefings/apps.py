"""Names the app to Django, and opens its room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BriefingsConfig(AppConfig):
    """The board's pages and papers; reads what the others own."""

    name = "voice.briefings"
    label = "briefings"

    def ready(self) -> None:
        """Register the board's room, those of papers and packs, what cites a release."""
        from surveys import travelled
        from surveys.travelled import Stage
        from voice.accounts import rooms
        from voice.briefings import file_asked, permissions
        from voice.briefings.domain.clocks import keep_clocks
        from voice.briefings.guides import write_guides
        from voice.briefings.papers.pdf import can_make_pdf, pdf_of_page
        from voice.briefings.queries.citing import briefings_citing, packs_citing
        from voice.briefings.queries.led import briefings_led_by, decisions_led_by
        from voice.briefings.queries.to_look_at import headline_to_look_at
        from voice.briefings.queries.travelled import (
            how_far_decided,
            how_far_in_a_paper,
        )
        from voice.briefings.tasks import make_soon
        from voice.council import due
        from voice.releases import citing
        from voice.replies import typesetting
        from voice.statement import led
        from voice.young_editors import subjects
        from voice.young_editors.enums import Kind

        subjects.register(
            Kind.HEADLINE,
            find=headline_to_look_at,
            theirs=permissions.headlines_to_look_at,
        )
        typesetting.register(pdf_of_page, can_set=can_make_pdf)
        citing.register("packs", packs_citing)
        file_asked.register("briefings", make_soon)
        due.register("clocks of the month", keep_clocks)
        citing.register("briefings", briefings_citing)
        travelled.register(Stage.BOARD, "briefings", how_far_in_a_paper)
        travelled.register(Stage.DECIDED, "briefings", how_far_decided)

        board = permissions.user_can_read_board
        led.register("briefings", briefings_led_by, may_open=board)
        led.register("decisions", decisions_led_by, may_open=board)
        write_guides()
        rooms.register(
            "briefings",
            order=65,
            url_name="briefings:briefings",
            title=_("Briefings"),
            description=_("Papers for the board, made from what was released."),
            question=permissions.user_can_write_briefings,
            seldom=True,
        )
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
