"""Names the app to Django, and opens its rooms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    """What is kept and how long, why that is lawful, and what went wrong."""

    name = "voice.records"
    label = "records"

    def ready(self) -> None:
        """Register the rooms."""
        from voice.accounts import rooms
        from voice.records import permissions
        from voice.records.guides import write_guides

        write_guides()
        rooms.register(
            "records",
            order=85,
            url_name="records:front",
            title=_("Records"),
            description=_("What is kept, until when, what was destroyed, and why."),
            question=permissions.user_may_read_records,
        )
        rooms.register(
            "breaches",
            order=86,
            url_name="records:breaches",
            title=_("Breaches"),
            seldom=True,
            description=_("What went wrong or nearly did, and who was told."),
            question=permissions.user_may_keep_breaches,
        )
