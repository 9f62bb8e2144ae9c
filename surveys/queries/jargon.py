"""Reads the lists of workers' words: the council's own, or those that came."""

from surveys.logic.jargon import terms_in
from surveys.logic.jargon_terms import CAME_WITH_VOICE
from surveys.models import JargonList


def lines_of(language: str) -> str:
    """Return the lines of a language's list as they are now."""
    own = JargonList.objects.filter(language=language).first()
    return own.lines if own else CAME_WITH_VOICE.get(language, "")


def jargon_now() -> dict[str, dict[str, str]]:
    """Return each language's terms with what to say instead; one query."""
    own = dict(JargonList.objects.values_list("language", "lines"))
    return {
        language: terms_in(lines) for language, lines in (CAME_WITH_VOICE | own).items()
    }
