"""Names the app to Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Staff users, roles, permissions as sentences, sign-in rules."""

    name = "voice.accounts"
    label = "accounts"
