"""Names the app to Django, and registers what it does for the apps below."""

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_out
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from voice.accounts.models import User


class ModerationConfig(AppConfig):
    """READ: screening, queue, decisions, redaction, concerns."""

    name = "voice.moderation"
    label = "moderation"

    def ready(self) -> None:
        """Have comments received when they are saved, and readers asked for."""
        from surveys import (
            after_save,
            forgetting,
            locked_away,
            names_found,
            publish_checks,
            travelled,
            unread,
            wants_contact,
            wants_sorted,
        )
        from surveys.travelled import Stage
        from voice.accounts import hidden_entries, newly_known
        from voice.council import due
        from voice.moderation import kept_dropped
        from voice.moderation.domain.clocks import watch_queue
        from voice.moderation.domain.concern_keeping import forget_concerns
        from voice.moderation.domain.contact import receive_contact_wish
        from voice.moderation.domain.cover import readers_and_cover
        from voice.moderation.domain.dropping import drop_what_stood_on
        from voice.moderation.domain.erasing import forget_readings
        from voice.moderation.domain.walls import keep_out_of_what_names
        from voice.moderation.guides import write_guides
        from voice.moderation.queries.concerns import hidden_from
        from voice.moderation.queries.queue import (
            passed_on_to_leads,
            waiting_to_be_read,
        )
        from voice.moderation.queries.telling import pieces_that_name
        from voice.moderation.queries.travelled import how_far_read
        from voice.moderation.sealed_words import register_columns
        from voice.moderation.tasks import (
            receive_and_screen,
            receive_and_screen_request,
            screen_lost_requests,
            screen_what_waits,
        )

        after_save.register("moderation", receive_and_screen)
        publish_checks.register("moderation", readers_and_cover)
        user_logged_out.connect(left_the_desk, dispatch_uid="put_down")
        kept_dropped.register("moderation", drop_what_stood_on)
        wants_contact.register("moderation", receive_contact_wish)
        wants_sorted.register("moderation", receive_and_screen_request)
        due.register("requests screened", screen_lost_requests)
        due.register("concerns", forget_concerns)
        hidden_entries.register("concerns", hidden_from)
        newly_known.register("concerns", keep_out_of_what_names)
        # Its name comes before “reach the next people”: what was read reaches nobody.
        due.register("queue watched", watch_queue)
        due.register("comments screened", screen_what_waits)
        lead_from_alarms()
        forgetting.register("moderation", forget_readings)
        unread.register("moderation", waiting_to_be_read)
        locked_away.register("moderation", passed_on_to_leads)
        names_found.register("moderation", pieces_that_name)
        travelled.register(Stage.READ, "moderation", how_far_read)
        register_columns()
        open_rooms()
        write_guides()


def lead_from_alarms() -> None:
    """Say in which room an alarm of each kind is looked into."""
    from voice.council import alarm_places
    from voice.council.enums import AlarmKind
    from voice.moderation import permissions

    for url_name, question in (
        ("moderation:concerns", permissions.user_can_read_concerns),
        ("moderation:uncovered", permissions.user_may_find_cover),
    ):
        alarm_places.register(
            AlarmKind.CONCERN,
            AlarmKind.CONTACT,
            AlarmKind.CONCERN_UNDECIDED,
            AlarmKind.ESCALATED,
            url_name=url_name,
            question=question,
        )
    for url_name, question in (
        ("moderation:worries", permissions.user_can_read_concerns),
        ("moderation:uncovered", permissions.user_may_find_cover),
    ):
        alarm_places.register(
            AlarmKind.WORRY,
            AlarmKind.WORRY_UNREAD,
            url_name=url_name,
            question=question,
        )
    alarm_places.register(
        AlarmKind.COMMENTS_UNREAD,
        AlarmKind.CLOSED_TEXT,
        AlarmKind.RETENTION_HELD,
        url_name="moderation:clocks",
        question=permissions.user_may_see_clocks,
    )


def left_the_desk(*, user: "User | None", **kwargs: object) -> None:
    """Leave to others what somebody who signs out had in hand."""
    from voice.moderation.domain.assigning import put_down_everything

    if user is not None:
        put_down_everything(by=user)


def open_rooms() -> None:
    """Register the readers' room and the safeguarding leads'."""
    from voice.accounts import rooms
    from voice.moderation import permissions
    from voice.moderation.queries.waiting import concerns_in_words, reading_in_words

    rooms.register(
        "reading",
        order=20,
        url_name="moderation:reading",
        title=_("Reading"),
        description=_("Read every comment and decide what may be counted and quoted."),
        question=permissions.user_may_read_comments,
        waits=reading_in_words,
    )
    rooms.register(
        "requests",
        order=23,
        url_name="moderation:requests",
        title=_("Requests"),
        description=_("Practical things young people asked us to sort out."),
        question=permissions.user_may_sort_requests,
    )
    rooms.register(
        "screening",
        order=22,
        url_name="moderation:screening",
        title=_("Screening"),
        seldom=True,
        description=_("Which words bring a comment to the front, and what it misses."),
        question=permissions.user_can_edit_screening,
    )
    rooms.register(
        "clocks",
        order=21,
        url_name="moderation:clocks",
        title=_("In time"),
        seldom=True,
        description=_("How long comments wait, and whether they were read in time."),
        question=permissions.user_may_see_clocks,
    )
    rooms.register(
        "concerns",
        order=25,
        url_name="moderation:concerns",
        title=_("Concerns"),
        description=_("What readers passed on to you. Nobody else can see it."),
        question=permissions.user_can_read_concerns,
        waits=concerns_in_words,
    )
    rooms.register(
        "thanks",
        order=65,
        url_name="moderation:thanks",
        title=_("Thanks for you"),
        seldom=True,
        short=_("Thanks"),
        description=_("What young people said about you that a reader passed on."),
        question=permissions.user_may_be_thanked,
    )
