"""Names the app to Django."""

from django.apps import AppConfig


class FormPageConfig(AppConfig):
    """A form made with wagtail.contrib.forms, as its manual shows it."""

    name = "tests.benchmarks.formpage"
    label = "formpage"
    default_auto_field = "django.db.models.BigAutoField"
