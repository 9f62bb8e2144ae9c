"""In which languages themes may be worded, and their sentences as readers get them."""

from collections.abc import Iterable

from django.conf import settings

from surveys.models import Edition
from surveys.queries.check_four_questions import languages_asked_in
from voice.council.enums import BASE_LANGUAGE
from voice.themes.models import Codebook, Theme


def languages_to_word(codebook: Codebook) -> list[str]:
    """Return the other languages somebody may read a theme in: the site's, and those asked."""
    wanted = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    for consultation in codebook.consultations.all():
        wanted |= languages_asked_in(consultation)
    return sorted(wanted - {BASE_LANGUAGE})


def languages_unworded(theme: Theme) -> list[str]:
    """Return the other languages its young people were asked in that lack its sentence.

    Words that were written for another sentence are told nowhere, so they lack too.
    One query, however many consultations there are.
    """
    listed = Edition.objects.filter(
        survey__consultation__codebooks=theme.codebook_id
    ).values_list("definition__languages", flat=True)
    asked = {code for languages in listed for code in languages or ()}
    worded = {
        code for code, one in theme.wordings.items() if one["of"] == theme.sentence
    }
    return sorted(asked - worded - {BASE_LANGUAGE})


def sentences_in(language: str, sentences: Iterable[str]) -> dict[str, str]:
    """Return the words in `language` of those sentences that somebody worded in it.

    One query; none where it is the base language.
    """
    wanted = set(sentences)
    if language == BASE_LANGUAGE or not wanted:
        return {}
    rows = Theme.objects.filter(
        **{f"wordings__{language}__of__in": sorted(wanted)}
    ).order_by("pk")
    return {
        row.wordings[language]["of"]: row.wordings[language]["words"] for row in rows
    }
