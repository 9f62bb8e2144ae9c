"""Reads of codebooks, and of the themes that are in use."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from surveys.models import Survey
from surveys.queries.members import consultations_of
from voice.accounts.permissions import Visitor
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models import Codebook, Theme

IN_USE = [ThemeState.PROPOSED, ThemeState.AGREED]


def codebooks_of(user: Visitor) -> QuerySet[Codebook]:
    """Return the codebooks that serve a consultation `user` works on, or none yet.

    With their consultations, and `in_use` themes counted.
    """
    serves = Codebook.consultations.through.objects.filter(codebook=OuterRef("pk"))
    ours = serves.filter(consultation__in=consultations_of(user).order_by())
    return (
        Codebook.objects.filter(Exists(ours) | ~Exists(serves))
        .prefetch_related("consultations")
        .annotate(
            in_use=Count("themes", filter=Q(themes__state__in=IN_USE), distinct=True)
        )
    )


def themes_for(survey: Survey) -> list[Theme]:
    """Return the themes to tag a survey's comments with, fall-backs last."""
    themes = Theme.objects.filter(
        codebook__consultations=survey.consultation_id, state__in=IN_USE
    ).select_related("codebook")
    return sorted(
        themes,
        key=lambda theme: (
            theme.kind != ThemeKind.THEME,
            theme.kind == ThemeKind.NO_REASON,
            theme.codebook.title,
            theme.name,
        ),
    )
