"""Surveys and consultations in the Wagtail admin; never an answer or a comment."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from surveys.views.wordings import wordings
from surveys.wagtail_hooks.consultations import AskingGroup
from surveys.wagtail_hooks.surveys import SurveyViewSet

register_snippet(SurveyViewSet)


@hooks.register("register_admin_viewset")
def asking_group() -> AskingGroup:
    """Add the screens of consultations."""
    return AskingGroup()


@hooks.register("register_admin_urls")
def wordings_urls() -> list[URLPattern]:
    """Add the wordings editor."""
    return [
        path(
            "surveys/<int:survey_pk>/wordings/<str:language>/<str:band>/",
            wordings,
            name="survey_wordings",
        )
    ]
