"""Reads what a survey's file needs."""

from base64 import b64encode

from surveys.logic.exchange import MediumContent, SurveyFile, media_named, survey_file
from surveys.models import Edition, Medium


def file_of(edition: Edition) -> SurveyFile:
    """Return `edition` as a file: what it asks, with its pictures and sounds."""
    media: dict[str, MediumContent] = {
        medium.pk: {
            "media_type": medium.media_type,
            "content": b64encode(medium.content).decode(),
        }
        for medium in Medium.objects.filter(pk__in=media_named(edition.definition))
    }
    return survey_file(edition.definition, media)
