"""Lists key themes for those who write questions."""

from voice.statement.models import KeyTheme


def key_themes_to_link() -> list[tuple[str, str]]:
    """Return the id, as text, and the number and title of each key theme."""
    return [(str(theme.pk), str(theme)) for theme in KeyTheme.objects.all()]
