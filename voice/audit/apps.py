"""Names the app to Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did what and who read what, when: append-only, tamper-evident."""

    name = "voice.audit"
    label = "audit"
