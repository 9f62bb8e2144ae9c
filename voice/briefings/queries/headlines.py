"""The sentences young editors agreed, the one that stands for each key theme."""

from collections.abc import Iterable

from voice.briefings.models import Headline
from voice.statement.models import KeyTheme


def headlines_of(key_themes: Iterable[KeyTheme]) -> dict[int, Headline]:
    """Return the headline that stands for each key theme, by its key; one query."""
    newest: dict[int, Headline] = {}
    for one in Headline.objects.filter(key_theme__in=list(key_themes)):
        newest.setdefault(one.key_theme_id, one)
    return {key: one for key, one in newest.items() if one.sentence}


def headline_of(key_theme: KeyTheme) -> Headline | None:
    """Return the headline that stands for a key theme, or None; one query."""
    return headlines_of([key_theme]).get(key_theme.pk)
