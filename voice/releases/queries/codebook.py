"""Gathers the codebook that a release keeps."""

from surveys.models import Survey
from voice.releases.logic.codebook import KeptCodebook, KeptTheme
from voice.themes.models import Codebook, Theme
from voice.themes.queries import IN_USE
from voice.themes.queries.theme import place_of


def codebooks_to_keep(survey: Survey) -> list[KeptCodebook]:
    """Return the codebooks of a survey's consultation as they stand, with their themes."""
    books = Codebook.objects.filter(consultations=survey.consultation_id)
    return [
        {
            "guid": str(book.guid),
            "title": book.title,
            "themes": [
                _kept(theme)
                for theme in sorted(
                    book.themes.filter(state__in=IN_USE).select_related("parent"),
                    key=place_of,
                )
            ],
        }
        for book in books.order_by("title", "pk")
    ]


def _kept(theme: Theme) -> KeptTheme:
    """Return one theme as a release keeps it."""
    return {
        "guid": str(theme.guid),
        "key": str(theme.pk),
        "name": theme.name,
        "sentence": theme.sentence,
        "include": theme.include,
        "exclude": theme.exclude,
        "example": theme.example,
        "colour": theme.colour,
        "kind": theme.kind,
        "state": theme.state,
        "heard_from_few": theme.heard_from_few,
        "parent": str(theme.parent.guid) if theme.parent else "",
    }
