"""Tells safeguarding leads that something waits, and nothing of what it is."""

from collections.abc import Collection

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _

from voice.accounts.enums import Role
from voice.moderation.queries.concerns import active_with


def alert_safeguarding_leads(*, leave_out: Collection[int] = ()) -> None:
    """Write to each safeguarding lead; the letter holds no content, not even a survey.

    Each gets their own letter, so that no address travels to another.
    """
    address = settings.WAGTAILADMIN_BASE_URL + reverse("moderation:concerns")
    leads = active_with(Role.SAFEGUARDING_LEAD).exclude(pk__in=leave_out)
    for email in leads.values_list("email", flat=True):
        send_mail(
            subject=_("Something is waiting for you in Voice"),
            message=_(
                "Please sign in to Voice and look at your room:\n\n%(address)s\n\n"
                "This letter says no more on purpose."
            )
            % {"address": address},
            from_email=settings.DEFAULT_FROM_EMAIL,
            recipient_list=[email],
        )
