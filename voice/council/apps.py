"""Names the app to Django, and registers its due work."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    """The organisation: help lines, duty hours, languages, age bands, keys, alarms."""

    name = "voice.council"
    label = "council"

    def ready(self) -> None:
        """Have alarms climb, keys checked at every start, replaced keys destroyed."""
        from voice.accounts import holdings
        from voice.accounts.domain.break_glass import close_what_is_over
        from voice.accounts.domain.openings import report_openings, tell_late
        from voice.council import checks, deploy_checks, due  # noqa: F401 - checks register themselves
        from voice.council.domain.alarms import climb
        from voice.council.domain.deliveries import send_waiting
        from voice.council.domain.failed_tasks import try_failed_again
        from voice.council.domain.finished_tasks import forget_finished
        from voice.council.domain.killed_tasks import be_loud, do_again
        from voice.council.domain.rotation import destroy_replaced_keys
        from voice.council.queries.holdings import shifts_held_by
        from voice.council.queries.watch import TASKS_GIVEN_UP

        open_rooms()
        holdings.register(
            "shifts", order=20, title=_("Times on duty to come"), read=shifts_held_by
        )
        due.register("break-glass", close_what_is_over)
        # Mail waits for another host: never in a transaction that holds the database.
        due.register("break-glass letters", tell_late, in_one_transaction=False)
        due.register("break-glass report", report_openings, in_one_transaction=False)
        due.register("reach the next people", climb)
        due.register("send alarms", send_waiting, in_one_transaction=False)
        due.register("replaced keys", destroy_replaced_keys)
        due.register("tasks of killed workers", do_again)
        due.register("tasks that failed", try_failed_again)
        due.register(TASKS_GIVEN_UP, be_loud)
        due.register("tasks that were done", forget_finished)


def open_rooms() -> None:
    """Register the rota's room."""
    from voice.accounts import rooms
    from voice.council import permissions

    rooms.register(
        "rota",
        order=26,
        url_name="duty:rota",
        title=_("Duty rota"),
        seldom=True,
        description=_("Who is on duty when, hand-overs, and who was alarmed."),
        question=permissions.user_may_see_rota,
    )
