"""Names the app to Django; opens its room."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class RepliesConfig(AppConfig):
    """REPLY and CHECK: replies, promises."""

    name = "voice.replies"
    label = "replies"

    def ready(self) -> None:
        """Open the room of replies."""
        from surveys import ending, publish_checks, travelled, where_it_is
        from surveys.travelled import Stage
        from voice.accounts import holdings, rooms
        from voice.council import due
        from voice.releases import at_issue, citing
        from voice.replies.checks import share_is_in_range
        from voice.replies.domain.chasing import chase_owners
        from voice.replies.domain.owed import owed_before_the_end
        from voice.replies.domain.verdicts import make_verdict
        from voice.replies.guides import write_guides
        from voice.replies.permissions import user_can_see_replies
        from voice.replies.queries.asking_back import asked_as_the_template
        from voice.replies.queries.citing import replies_citing
        from voice.replies.queries.holdings import promises_held_by
        from voice.replies.queries.led import promises_led_by, replies_led_by
        from voice.replies.queries.to_look_at import (
            replies_to_look_at,
            reply_to_look_at,
        )
        from voice.replies.queries.travelled import how_far_answered, how_far_kept
        from voice.replies.whereabouts import late_replies, where_consultations_are
        from voice.statement import led
        from voice.young_editors import subjects
        from voice.young_editors.enums import Kind

        where_it_is.register(where_consultations_are)
        ending.register("replies", owed_before_the_end)
        register(share_is_in_range)
        citing.register("replies", replies_citing)
        subjects.register(Kind.REPLY, find=reply_to_look_at, theirs=replies_to_look_at)
        at_issue.register("verdicts", make_verdict)
        led.register("promises", promises_led_by, may_open=user_can_see_replies)
        led.register("replies", replies_led_by, may_open=user_can_see_replies)
        publish_checks.register("promises", asked_as_the_template)
        due.register("promises chased", chase_owners, in_one_transaction=False)
        travelled.register(Stage.PROMISED, "replies", how_far_answered)
        travelled.register(Stage.KEPT, "replies", how_far_kept)
        holdings.register(
            "promises",
            order=40,
            title=_("Promises they keep up to date"),
            read=promises_held_by,
        )
        write_guides()
        rooms.register(
            "calendar",
            order=18,
            url_name="replies:calendar",
            title=_("Calendar"),
            description=_("What opens and closes, and when replies are due."),
            question=user_can_see_replies,
        )
        rooms.register(
            "replies",
            order=60,
            url_name="replies:list",
            title=_("Replies"),
            description=_("Tell young people what came of it; keep what you promise."),
            question=user_can_see_replies,
            waits=late_replies,
        )
