"""Names the app to Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """ASK and ANSWER: consultations, surveys, editions, invitations, responses."""

    name = "surveys"
    label = "surveys"

    def ready(self) -> None:
        """Tell surveys how they are checked and compiled, and the desk of its room."""
        from django.utils.translation import gettext_lazy as _

        from surveys import travelled
        from surveys.at_publish import register
        from surveys.domain.publishing import check, make_edition
        from surveys.guides import write_guides
        from surveys.permissions import (
            user_can_run_surveys,
            user_may_see_reading_time,
        )
        from surveys.queries.bands import bands_asked
        from surveys.queries.planned_sessions import sessions_that_wait
        from surveys.queries.sent import how_far_sent
        from surveys.sealed_words import register_columns
        from voice.accounts import rooms
        from voice.council import bands_in_use

        bands_in_use.register("editions", bands_asked)
        travelled.register(travelled.Stage.SENT, "surveys", how_far_sent)
        register_columns()
        register_due_work()
        register(check=check, compile_edition=make_edition)
        rooms.register(
            "ways_in",
            order=15,
            url_name="surveys:surveys",
            title=_("My surveys"),
            description=_(
                "Where each stands, its links and posters, and how many have answered."
            ),
            question=user_can_run_surveys,
            waits=sessions_that_wait,
        )
        rooms.register(
            "asks",
            order=17,
            url_name="surveys:asks",
            title=_("Asks"),
            description=_("Who is asked what, when, so that nobody is asked too much."),
            question=user_may_see_reading_time,
        )
        _tell_who_holds_what()
        write_guides()


def register_due_work() -> None:
    """Have codes looked after, rules applied to what came since, and what was kept
    long enough destroyed."""
    from surveys.domain.code_batches import look_after_codes
    from surveys.domain.code_tries import forget_tries
    from surveys.domain.drafts_aloud import follow_the_words
    from surveys.domain.keeping_counts import count_new
    from surveys.domain.retention import end_what_is_due
    from surveys.domain.scrubbing import scrub
    from surveys.domain.setting_aside import apply_rules
    from surveys.domain.withdrawing import erase_withdrawn
    from voice.council import due

    due.register("codes of batches", look_after_codes)
    due.register("wrong codes counted", forget_tries)
    due.register("withdrawn answers erased", erase_withdrawn)
    due.register("hoaxes set aside", apply_rules)
    due.register("answers counted", count_new, in_one_transaction=False)
    due.register("machine voice", follow_the_words)
    due.register("retention", end_what_is_due)
    # After retention, by name; neither database vacuums inside a transaction.
    due.register("scrubbing after retention", scrub, in_one_transaction=False)


def _tell_who_holds_what() -> None:
    """Tell accounts every survey, and who runs which."""
    from django.utils.translation import gettext_lazy as _

    from surveys.queries.members import every_survey, surveys_held_by
    from voice.accounts import holdings

    holdings.register_surveys(every_survey)
    holdings.register(
        "surveys", order=10, title=_("Surveys they run"), read=surveys_held_by
    )
