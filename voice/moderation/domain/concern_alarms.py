"""Tells the leads of a concern, those behind a wall left out."""

from django.db import transaction

from voice.moderation.domain.alerts import alert_safeguarding_leads
from voice.moderation.models import Concern
from voice.moderation.queries.concerns import walled_off


def tell_of(concern: Concern) -> None:
    """Write to every lead who may see the concern, once the transaction is kept."""
    left_out = [user.pk for user in walled_off(concern)]
    transaction.on_commit(
        lambda: alert_safeguarding_leads(leave_out=left_out), robust=True
    )
