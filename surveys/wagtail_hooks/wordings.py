"""Where a survey is worded, heard and approved, inside Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from surveys.views.safety_words import safety_words
from surveys.views.wording_files import export_wordings, import_wordings
from surveys.views.wording_part import wording_part
from surveys.views.wordings import languages, wordings

OF_SURVEY = "surveys/<int:survey_pk>/wordings/"
OF_VERSION = f"{OF_SURVEY}<str:language>/<str:band>/"


@hooks.register("register_admin_urls")
def wordings_urls() -> list[URLPattern]:
    """Add the wordings editor, its files, each part's own page, and the fixed words."""
    return [
        path(OF_SURVEY, languages, name="survey_wordings_all"),
        path(OF_VERSION, wordings, name="survey_wordings"),
        path(
            f"{OF_VERSION}part/<str:key>/<str:part>/",
            wording_part,
            name="survey_wordings_part",
        ),
        path(
            f"{OF_VERSION}words.<str:kind>",
            export_wordings,
            name="survey_wordings_export",
        ),
        path(f"{OF_VERSION}file/", import_wordings, name="survey_wordings_import"),
        path(
            "surveys/safety-words/<str:language>/",
            safety_words,
            name="survey_safety_words",
        ),
    ]
