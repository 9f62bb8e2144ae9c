"""How far a consultation has come in being understood."""

from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.models import Consultation
from surveys.travelled import Told, Travelled
from voice.themes.enums import ThemeKind
from voice.themes.models import Theme
from voice.themes.queries.codebooks import IN_USE


def how_far_understood(consultation: Consultation, language: str) -> Told:
    """Return whether people look for what many say; once it has closed, and in what words.

    Asked of the codebook, never of tags: those of one person may be the only ones, and
    go when that person takes their words back.
    """
    if consultation.closes_on >= timezone.localdate():
        return Told(Travelled.LATER)
    themes = Theme.objects.filter(
        codebook__consultations=consultation, state__in=IN_USE, kind=ThemeKind.THEME
    )
    if not themes.exists():
        return Told(Travelled.LATER)
    return Told(Travelled.NOW, _("People are putting together what many of you say."))
