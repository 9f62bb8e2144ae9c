"""Names the app to Django, and registers its due work."""

from django.apps import AppConfig


class CouncilConfig(AppConfig):
    """The organisation: help lines, duty hours, languages, age bands, keys, alarms."""

    name = "voice.council"
    label = "council"

    def ready(self) -> None:
        """Have alarms climb, and what could not be sent tried again."""
        from voice.council import due
        from voice.council.domain.alarms import climb
        from voice.council.domain.deliveries import send_waiting

        due.register("reach the next people", climb)
        due.register("send alarms", send_waiting, in_one_transaction=False)
