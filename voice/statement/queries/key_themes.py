"""Lists key themes for those who write questions and those who word themes."""

from django.db.models import Q

from voice.statement.models import KeyTheme, ThemeLink
from voice.statement.queries.statements import current_statement
from voice.themes.models import Theme


def key_themes_to_link() -> list[tuple[str, str]]:
    """Return the id, as text, and the number and title of each key theme."""
    return [(str(theme.pk), str(theme)) for theme in KeyTheme.objects.all()]


def key_themes_for_theme(theme: Theme | None) -> list[tuple[str, str]]:
    """Return the id and title of each key theme that `theme` may be linked to.

    Those of the newest statement, and the one that it is linked to already.
    """
    wanted = Q(statement=current_statement())
    if theme is not None:
        wanted |= Q(theme_links__theme=theme)
    return [(str(one.pk), str(one)) for one in KeyTheme.objects.filter(wanted)]


def key_theme_of(theme: Theme) -> str:
    """Return the id, as text, of the key theme `theme` is linked to; empty for none."""
    link = ThemeLink.objects.filter(theme=theme).first()
    return str(link.key_theme_id) if link else ""
