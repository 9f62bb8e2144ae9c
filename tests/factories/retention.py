"""Makes surveys whose time is over, with everything a survey can hold."""

from datetime import timedelta

from django.utils import timezone

from tests.factories.surveys import (
    CommentFactory,
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)


def closed_edition(days):
    """Return an edition of a survey that closed so many days ago."""
    today = timezone.localdate()
    consultation = ConsultationFactory(
        opens_on=today - timedelta(days=days + 30),
        closes_on=today - timedelta(days=days),
        reply_due_on=today - timedelta(days=days - 60),
    )
    return EditionFactory(survey=SurveyFactory(consultation=consultation, live=True))


def comment_in(edition, words="come wen u say", **response):
    """Return a comment of a response of its own to `edition`; finished unless told."""
    answered = ResponseFactory(edition=edition, **({"finished": True} | response))
    return CommentFactory(response=answered, words=words)
