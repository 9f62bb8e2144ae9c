"""Names the app to Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """ASK and ANSWER: consultations, surveys, editions, invitations, responses."""

    name = "surveys"
    label = "surveys"

    def ready(self) -> None:
        """Tell surveys how they are checked and compiled."""
        from surveys.at_publish import register
        from surveys.domain.publishing import check, make_edition

        register(check=check, compile_edition=make_edition)
