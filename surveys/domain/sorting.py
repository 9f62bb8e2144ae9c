"""Hands on something practical a young person asks to be sorted out.

Nothing of it stays here. Not audited here: nobody is watched while they answer
(DESIGN.md section 9).
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from surveys.domain.answering import monday_of
from surveys.models import Invitation
from surveys.wants_sorted import SortingWish, sorting_wanted


@transaction.atomic
def ask_to_sort(
    invitation: Invitation,
    *,
    once: UUID,
    language: str,
    age_band: str,
    words: str,
    reach: str,
) -> None:
    """Hand it to those who run the survey; `once` sent again is the same wish.

    It says which survey and way in, and names no response: it is never counted.
    """
    sorting_wanted(
        SortingWish(
            once=once,
            invitation=invitation,
            language=language,
            age_band=age_band,
            week=monday_of(timezone.now()),
            words=words,
            reach=reach,
        )
    )
