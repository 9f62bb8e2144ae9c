"""Linking what children say to a key theme of the statement."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.statement.models import KeyTheme, ThemeLink
from voice.themes.models import Theme


@transaction.atomic
def link_theme(theme: Theme, *, key_theme: KeyTheme | None, by: User) -> None:
    """Say that `theme` belongs to `key_theme`, or to none; the same again is nothing."""
    Theme.objects.select_for_update().get(pk=theme.pk)
    before = ThemeLink.objects.filter(theme=theme).first()
    was = before.key_theme_id if before else None
    now = key_theme.pk if key_theme else None
    if was == now:
        return
    if before is not None:
        before.delete()
    if key_theme is not None:
        ThemeLink.objects.create(theme=theme, key_theme=key_theme, by=by)
    record("statement.link_theme", of=theme, by=by, before=was, after=now)


def choose_key_theme(theme: Theme, name: str, by: User) -> None:
    """Link `theme` to the key theme whose id is `name`; to none for an empty name.

    Raises KeyTheme.DoesNotExist for any other name.
    """
    key_theme = KeyTheme.objects.get(pk=name) if name else None
    link_theme(theme, key_theme=key_theme, by=by)
