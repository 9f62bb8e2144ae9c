"""Names the app to Django."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages only, no facts of its own."""

    name = "cms"
    label = "cms"
