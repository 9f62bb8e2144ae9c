"""Names the app to Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """ASK and ANSWER: consultations, surveys, editions, invitations, responses."""

    name = "surveys"
    label = "surveys"

    def ready(self) -> None:
        """Tell surveys how they are checked and compiled, and the desk of its room."""
        from django.utils.translation import gettext_lazy as _

        from surveys.at_publish import register
        from surveys.domain.publishing import check, make_edition
        from surveys.permissions import user_can_run_surveys
        from voice.accounts import rooms

        register(check=check, compile_edition=make_edition)
        rooms.register(
            "ways_in",
            order=15,
            url_name="surveys:surveys",
            title=_("Ways in"),
            description=_("Links and posters, and how many have answered."),
            question=user_can_run_surveys,
        )
