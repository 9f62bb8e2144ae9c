"""The letters accounts sends."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from voice.accounts.models import BreakGlass, StaffInvitation, User
from voice.accounts.queries.break_glass import officers, second_people

logger = logging.getLogger(__name__)


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


def tell_of_wish(asked: BreakGlass) -> None:
    """Tell who may be the second person, and the officers, that somebody asks."""
    _tell_of_glass("wish", second_people(asked.asked_by))


def tell_of_opening(opened: BreakGlass) -> bool:
    """Tell the officers that a survey is opened; say whether the mail went out."""
    return _tell_of_glass("opening", officers())


def _tell_of_glass(about: str, people: QuerySet[User]) -> bool:
    """Send each of `people` a neutral letter; say whether all went out."""
    link = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('accounts:break_glass')}"
    sent = True
    for person in people:
        try:
            send_mail(
                subject=render_to_string(
                    f"accounts/email/break_glass_{about}_subject.txt"
                ).strip(),
                message=render_to_string(
                    f"accounts/email/break_glass_{about}.txt", {"link": link}
                ),
                from_email=settings.DEFAULT_FROM_EMAIL,
                recipient_list=[person.email],
            )
        except OSError:
            logger.exception("A letter about break-glass could not be sent.")
            sent = False
    return sent
