"""Names the app to Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """ASK and ANSWER: consultations, surveys, editions, invitations, responses."""

    name = "surveys"
    label = "surveys"
