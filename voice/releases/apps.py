"""Names the app to Django."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class ReleasesConfig(AppConfig):
    """Disclosure control, releases, protected tables."""

    name = "voice.releases"
    label = "releases"

    def ready(self) -> None:
        """Check the rule at start, say what releases use, and open their room."""
        from surveys import (
            also_heard,
            leaving,
            past_results,
            publish_checks,
            shown_shares,
            travelled,
        )
        from surveys.travelled import Stage
        from voice.accounts import rooms
        from voice.council import due
        from voice.moderation import kept_dropped, used
        from voice.releases import export_asked
        from voice.releases.checks import rule_is_strong_enough
        from voice.releases.domain.departures import note_departure
        from voice.releases.domain.exporting import response_left, words_dropped
        from voice.releases.guides import write_guides
        from voice.releases.logic.rule import SMALLEST_GROUP
        from voice.releases.permissions import user_can_read_releases
        from voice.releases.queries.expecting import what_releases_can_tell
        from voice.releases.queries.heard import somebody_is_told_of
        from voice.releases.queries.low_shares import low_share_in_words
        from voice.releases.queries.past import past_results_of, surveys_released
        from voice.releases.queries.travelled import how_far_understood
        from voice.releases.queries.using import releases_using
        from voice.releases.sealed_words import register_columns
        from voice.releases.tasks import make_soon, make_what_waits

        register(rule_is_strong_enough)
        publish_checks.register("releases", what_releases_can_tell)
        used.register("releases", releases_using)
        also_heard.register("releases", somebody_is_told_of)
        leaving.register("releases", note_departure)
        leaving.register("exports", response_left)
        kept_dropped.register("releases", words_dropped)
        export_asked.register("releases", make_soon)
        due.register("exports", make_what_waits)
        register_columns()
        travelled.register(Stage.HEARD, "releases", how_far_understood)
        shown_shares.register(say=low_share_in_words, smallest=SMALLEST_GROUP)
        past_results.register(read=past_results_of, released=surveys_released)
        write_guides()
        rooms.register(
            "releases",
            order=40,
            url_name="releases:list",
            title=_("Releases"),
            description=_("Results that may be seen, protected and signed by two."),
            question=user_can_read_releases,
        )
