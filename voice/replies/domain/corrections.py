"""Putting a published reply right, beside what young people read."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.replies.domain.errors import CorrectionRefused, NotPublishedYet
from voice.replies.domain.readiness import lint_text
from voice.replies.models import Correction, Reply
from voice.replies.queries.replies import language_name


@transaction.atomic
def correct_reply(
    reply: Reply, *, texts: Mapping[str, str], by: User
) -> list[Correction]:
    """Put a published reply right in a dated note: what it says, by language.

    The reply stays as it was read. Every language it was written in is told. Raises
    NotPublishedYet, and CorrectionRefused where a language is left out or a number is
    not of the release.
    """
    held = (
        Reply.objects.select_for_update(of=("self",))
        .select_related("release")
        .get(pk=reply.pk)
    )
    if not held.is_published:
        raise NotPublishedYet
    owed = sorted(set(held.wordings.values_list("language", flat=True)))
    reasons = [
        _("Say it in %(language)s too.") % {"language": language_name(language)}
        for language in owed
        if not texts.get(language, "").strip()
    ]
    for language in owed:
        reasons += lint_text(texts.get(language, ""), release=held.release)
    if reasons:
        raise CorrectionRefused(" ".join(reasons))
    at = timezone.now()
    made = [
        Correction.objects.create(
            reply=held, language=language, text=texts[language].strip(), at=at, by=by
        )
        for language in owed
    ]
    record("replies.correct", of=held, by=by, languages=owed)
    return made
