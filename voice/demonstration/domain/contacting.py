"""Asks to be contacted: one young person does, on the day the story is told."""

from uuid import uuid4

from surveys.domain.contact import want_contact
from surveys.models import Invitation
from voice.council.models import Alarm, Delivery


def ask_for_contact(invitation: Invitation) -> None:
    """Have one young person ask to be contacted; whoever is on duty is told."""
    want_contact(
        invitation,
        once=uuid4(),
        language="en",
        age_band=invitation.survey.age_bands[0],
        called="Jay (invented)",
        how="Text 07700 900461, or ask my key worker at Quillbrook House",
        who_sees="My sister sometimes has my phone.",
        when="After four. Please do not ring, and do not say who you are.",
        words="I have to move out in May and nobody has told me where to.",
    )


def forget_alarms_of_the_past() -> None:
    """Take away the alarms that were raised and settled while the past was built.

    Nobody was told of them: the story's past happened months ago.
    """
    over = Alarm.objects.filter(settled_at__isnull=False)
    Delivery.objects.filter(alarm__in=over).delete()
    over.delete()
