"""Writing something down about a theme, for the other coders."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.logic.tidy_words import tidy
from voice.themes.models import Theme, ThemeMemo


@transaction.atomic
def write_theme_memo(theme: Theme, *, text: str, by: User) -> ThemeMemo:
    """Keep a memo beside a theme; it is never changed."""
    memo = ThemeMemo.objects.create(theme=theme, text=tidy(text), by=by)
    record("themes.write_theme_memo", of=memo, by=by, theme=theme.pk)
    return memo
