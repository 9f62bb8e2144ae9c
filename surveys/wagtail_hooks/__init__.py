"""Surveys and consultations in the Wagtail admin; never an answer or a comment."""

from collections.abc import Iterable
from typing import Any, cast

from django.db.models import Model
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from surveys.models import Survey
from surveys.views import drafting
from surveys.wagtail_hooks import others, wordings  # noqa: F401 - register hooks
from surveys.wagtail_hooks.consultations import AskingGroup
from surveys.wagtail_hooks.surveys import SurveyViewSet
from voice.accounts.models import User
from voice.audit.domain.record import record

register_snippet(SurveyViewSet)


@hooks.register("register_admin_viewset")
def asking_group() -> AskingGroup:
    """Add the screens of consultations."""
    return AskingGroup()


@hooks.register("register_admin_urls")
def editor_urls() -> list[URLPattern]:
    """Add what the survey editor's script calls."""
    return [
        path("surveys/picture/", drafting.picture, name="survey_picture"),
        path("surveys/conditions/", drafting.conditions, name="survey_conditions"),
    ]


@hooks.register("insert_global_admin_css")
def mends_of_the_admin() -> str:
    """Return the link to our one sheet for Wagtail's own pages."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("before_bulk_action")
def record_deletions(
    request: HttpRequest, kind: str, things: Iterable[Model], action: Any
) -> None:
    """Write down surveys deleted together; Wagtail's transaction holds both."""
    person = cast("User", request.user)
    for thing in things:
        if kind == "delete" and isinstance(thing, Survey):
            record("surveys.delete_survey", of=thing, by=person)
