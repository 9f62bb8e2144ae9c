"""The letters accounts sends."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from voice.accounts.models import StaffInvitation


def invitation_link(token: str) -> str:
    """Return the whole address that accepts an invitation."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('accounts:accept', args=[token])}"


def send_invitation(invitation: StaffInvitation, token: str) -> None:
    """Mail the link to whoever is invited."""
    context = {"invitation": invitation, "link": invitation_link(token)}
    subject = render_to_string("accounts/email/invitation_subject.txt", context)
    send_mail(
        subject=subject.strip(),
        message=render_to_string("accounts/email/invitation.txt", context),
        from_email=settings.DEFAULT_FROM_EMAIL,
        recipient_list=[invitation.email],
    )
