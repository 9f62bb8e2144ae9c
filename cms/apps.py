"""Names the app to Django."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages only, no facts of its own."""

    name = "cms"
    label = "cms"

    def ready(self) -> None:
        """Tell surveys where young people find what came of a consultation."""
        from cms.queries import page_of_consultation
        from surveys.where_to_look import register

        register(page_of_consultation)
