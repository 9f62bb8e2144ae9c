"""The letters accounts sends."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from voice.accounts.models import BreakGlass, StaffInvitation, User
from voice.accounts.queries.break_glass import leads, officers, second_people

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
    _tell("break_glass_wish", second_people(asked.asked_by), at="accounts:break_glass")


def tell_officers(opened: BreakGlass) -> bool:
    """Tell the officers that a survey is opened; say whether the mail went out."""
    return _tell("break_glass_opening", officers(), at="accounts:break_glass")


def tell_leads(opened: BreakGlass) -> bool:
    """Tell the leads that a survey is opened; say whether the mail went out.

    But for a lead who took part in it: they know.
    """
    took_part = [pk for pk in (opened.asked_by_id, opened.answered_by_id) if pk]
    others = leads().exclude(pk__in=took_part)
    return _tell("break_glass_leads", others, at="accounts:home")


def report_openings(number: int) -> bool:
    """Send the officers how many were opened; say whether the mail went out."""
    return _tell(
        "break_glass_report", officers(), at="accounts:break_glass", number=number
    )


def _tell(about: str, people: QuerySet[User], *, at: str, **said: object) -> bool:
    """Send each of `people` a neutral letter; say whether all went out, and one did."""
    where = f"{settings.WAGTAILADMIN_BASE_URL}{reverse(at)}"
    context = {"link": where, **said}
    sent = []
    for person in people:
        try:
            send_mail(
                subject=render_to_string(
                    f"accounts/email/{about}_subject.txt", context
                ).strip(),
                message=render_to_string(f"accounts/email/{about}.txt", context),
                from_email=settings.DEFAULT_FROM_EMAIL,
                recipient_list=[person.email],
            )
            sent.append(True)
        except OSError:
            logger.exception("A letter about break-glass could not be sent.")
            sent.append(False)
    return bool(sent) and all(sent)
