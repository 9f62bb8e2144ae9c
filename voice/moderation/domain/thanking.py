"""Passing a young person's thanks on to the worker they are about."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import (
    NoSuchRecipient,
    NotToPassOn,
    ThankedAlready,
)
from voice.moderation.domain.reading import claim
from voice.moderation.domain.tells import TellsOfOthers
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading, Thanks
from voice.moderation.permissions import user_may_be_thanked
from voice.moderation.queries.beside import translation_of
from voice.moderation.queries.kept import kept_readings
from voice.moderation.queries.thanks import told_besides


@transaction.atomic
def pass_on_thanks(
    reading: Reading, *, version: int, to: User, by: User, sure: bool = False
) -> Thanks:
    """Send the words that may be quoted to the worker they thank, and tell them so.

    The letter by e-mail holds none of them. Raises AlreadyDecided, NotToPassOn unless
    both said yes to quoting, NoSuchRecipient, ThankedAlready, and TellsOfOthers when
    screening finds more than this worker's name and nobody is `sure` of it yet.
    """
    row = claim(reading, version=version, states=ReadingState.kept())
    quotable = kept_readings().filter(
        pk=row.pk, may_quote=True, comment__may_quote=True
    )
    if not quotable.exists():
        raise NotToPassOn
    if not to.is_active or not user_may_be_thanked(to):
        raise NoSuchRecipient
    if Thanks.objects.filter(reading=row, to=to).exists():
        raise ThankedAlready
    words = row.kept_text()
    found = told_besides(words, to=to)
    if translation := translation_of(row):
        # Once it may be shown it stands beside the words.
        found += told_besides(translation.kept_text(), to=to)
    if found and not sure:
        raise TellsOfOthers(found)
    thanks = Thanks(reading=row, to=to, by=by, language=row.comment.language)
    thanks.write(words)
    thanks.save(force_insert=True)
    record(
        "moderation.thank",
        of=thanks,
        by=by,
        reading=row.pk,
        to=to.pk,
        in_spite_of=sorted({piece.kind for piece in found}),
    )
    email = to.email
    transaction.on_commit(lambda: _tell(email), robust=True)
    return thanks


@transaction.atomic
def see_thanks(*, by: User) -> list[Thanks]:
    """Return the thanks sent to `by`, newest first; new ones are seen from now on."""
    letters = list(
        Thanks.objects.filter(to=by)
        .select_related("reading__comment", "reading__translation")
        .order_by("-at")
    )
    new = [letter.pk for letter in letters if letter.seen_at is None]
    if new:
        Thanks.objects.filter(pk__in=new).update(seen_at=timezone.now())
        record("moderation.read_thanks", of=Thanks, by=by, letters=len(new))
    return letters


def _tell(email: str) -> None:
    """Write that something is waiting, and nothing of what it is."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("moderation:thanks")
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
