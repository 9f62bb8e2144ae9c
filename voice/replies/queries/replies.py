"""Replies, and the languages and age bands they owe."""

from django.conf import settings
from django.db.models import (
    Exists,
    OuterRef,
    Prefetch,
    QuerySet,
    prefetch_related_objects,
)

from surveys.models import Consultation, Edition
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.bands import bands_called
from voice.replies.models import Correction, EasyRow, Reply


def bands_to_answer(consultation: Consultation) -> dict[str, list[str]]:
    """Return the age bands asked in each language, the base language first.

    A band asked in any language is answered in the base one too. Bands come youngest
    first; one query, and one for the bands' ages where they were not read yet.
    """
    asked: dict[str, set[str]] = {BASE_LANGUAGE: set()}
    editions = Edition.objects.filter(survey__consultation=consultation).values_list(
        "definition__languages", "definition__age_bands"
    )
    for languages, bands in editions:
        for language in {BASE_LANGUAGE, *(languages or ())}:
            asked.setdefault(language, set()).update(bands or ())
    order = list(bands_called(asked[BASE_LANGUAGE]))
    return {
        language: sorted(asked[language], key=order.index)
        for language in [BASE_LANGUAGE, *sorted(set(asked) - {BASE_LANGUAGE})]
    }


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


def replies_in_short() -> QuerySet[Reply]:
    """Return the published replies, newest first, with words and promises; five queries."""
    return (
        Reply.objects.filter(published_at__isnull=False)
        .select_related("consultation", "release__survey", "release__recall")
        .prefetch_related("wordings", "promises__wordings", "consultation__wordings")
    )


def reply_to(consultation: Consultation) -> Reply:
    """Return the published reply to `consultation`, which it keeps, with all of it.

    Raises Reply.DoesNotExist where there is none.
    """
    of_it = {"reply": OuterRef("pk")}
    found = (
        Reply.objects.filter(published_at__isnull=False)
        .select_related("release__survey", "release__recall")
        .prefetch_related("wordings", "promises__wordings", "release__quotes")
        .annotate(
            is_in_easy_read=Exists(EasyRow.objects.filter(**of_it)),
            is_corrected=Exists(Correction.objects.filter(**of_it)),
        )
        .get(consultation=consultation)
    )
    easy, notes = EasyRow.objects.all(), Correction.objects.all()
    prefetch_related_objects(
        [found],
        Prefetch("easy_rows", easy if found.is_in_easy_read else easy.none()),
        Prefetch("corrections", notes if found.is_corrected else notes.none()),
    )
    found.consultation = consultation
    return found


def published_replies() -> QuerySet[Reply]:
    """Return the same with what is read of the whole: quotes, easy read, corrections."""
    return replies_in_short().prefetch_related(
        "release__quotes", "easy_rows", "corrections"
    )
