"""Names the app to Django."""

from django.apps import AppConfig


class StatementConfig(AppConfig):
    """DECIDE: statement, key themes, areas, actions, measures, evidence."""

    name = "voice.statement"
    label = "statement"
