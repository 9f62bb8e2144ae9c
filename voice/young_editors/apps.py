"""Names the app to Django, and registers what it does for the apps below."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class YoungEditorsConfig(AppConfig):
    """Groups of young people who read what we wrote before it is out."""

    name = "voice.young_editors"
    label = "young_editors"

    def ready(self) -> None:
        """Open the room, and have codes found and what they write looked through."""
        from surveys import other_codes, publish_checks
        from surveys.enums import CodeKind
        from voice.accounts import rooms
        from voice.council import due
        from voice.young_editors import answered, subjects
        from voice.young_editors.domain.ending import end_words_of_editors
        from voice.young_editors.enums import Kind
        from voice.young_editors.guides import write_guides
        from voice.young_editors.permissions import user_can_ask_editors
        from voice.young_editors.queries.codes import by_code
        from voice.young_editors.queries.surveys import (
            survey_to_look_at,
            surveys_to_look_at,
            without_their_yes,
        )
        from voice.young_editors.queries.waits import waits_for
        from voice.young_editors.sealed_words import register_columns
        from voice.young_editors.tasks import screen_lost_answers, screen_soon

        answered.register("screening", screen_soon)
        due.register("young editors screened", screen_lost_answers)
        due.register("young editors' words over", end_words_of_editors)
        other_codes.register(CodeKind.EDITORS, by_code)
        publish_checks.register("young editors", without_their_yes)
        subjects.register(
            Kind.SURVEY, find=survey_to_look_at, theirs=surveys_to_look_at
        )
        register_columns()
        write_guides()
        rooms.register(
            "young_editors",
            order=58,
            url_name="young_editors:groups",
            title=_("Young editors"),
            description=_(
                "Groups who read a draft before it is out, and say yes or not yet."
            ),
            question=user_can_ask_editors,
            waits=waits_for,
        )
