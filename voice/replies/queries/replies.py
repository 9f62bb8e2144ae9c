"""Replies, and the languages they owe."""

from django.conf import settings
from django.db.models import QuerySet

from surveys.models import Consultation, Edition
from voice.council.enums import BASE_LANGUAGE
from voice.replies.models import Reply


def languages_to_answer(consultation: Consultation) -> list[str]:
    """Return the languages its surveys were asked in, the base one first; one query."""
    asked = {
        language
        for languages in Edition.objects.filter(
            survey__consultation=consultation
        ).values_list("definition__languages", flat=True)
        for language in languages or ()
    }
    return [BASE_LANGUAGE, *sorted(asked - {BASE_LANGUAGE})]


def language_name(code: str) -> str:
    """Return how `code` calls itself, or the code when the house does not know it."""
    return dict(settings.LANGUAGES).get(code, code)


def published_replies() -> QuerySet[Reply]:
    """Return the published replies, newest first, with words and promises."""
    return (
        Reply.objects.filter(published_at__isnull=False)
        .select_related("consultation", "release__survey", "release__recall")
        .prefetch_related(
            "release__quotes",
            "wordings",
            "promises__wordings",
            "consultation__wordings",
        )
    )
