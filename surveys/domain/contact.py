"""Hands on that a young person wants to be contacted; nothing of it stays here.

Not audited here: nobody is watched while they answer (DESIGN.md section 9).
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from surveys.domain.answering import monday_of
from surveys.models import Invitation
from surveys.wants_contact import ContactWish, contact_wanted


@transaction.atomic
def want_contact(
    invitation: Invitation,
    *,
    once: UUID,
    language: str,
    age_band: str,
    called: str,
    how: str,
    who_sees: str,
    when: str,
    words: str,
) -> None:
    """Hand the wish to those who receive it; `once` sent again is the same wish.

    It says which survey and way in, and names no response: answers stay unnamed.
    """
    contact_wanted(
        ContactWish(
            once=once,
            survey=invitation.survey,
            language=language,
            age_band=age_band,
            week=monday_of(timezone.now()),
            way_in=invitation.kind,
            way_in_label=invitation.label,
            called=called,
            how=how,
            who_sees=who_sees,
            when=when,
            words=words,
        )
    )
