"""Receives what a group says of the words it was shown.

Not audited: nobody is watched while they read. The answer itself is the record.
"""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.young_editors.answered import answer_came
from voice.young_editors.domain.errors import NotOpen, WordsChanged
from voice.young_editors.enums import Verdict
from voice.young_editors.models import (
    EditorsAnswer,
    EditorsComment,
    EditorsInvitation,
    ShownWords,
)
from voice.young_editors.subjects import subject_of


@transaction.atomic
def receive_answer(
    shown: ShownWords,
    *,
    once: UUID,
    verdict: Verdict,
    language: str,
    comments: Mapping[str, str],
) -> EditorsAnswer:
    """Keep a group's yes or not yet to exactly these words, and what it wrote of them.

    `comments` are words by the key of a passage, "" for the whole; empty ones are
    none. `once` names the page that was sent: sent again, it changes nothing. Without
    comments there is nothing to look through. Raises NotOpen and WordsChanged.
    """
    invitation = _open(shown)
    known = EditorsAnswer.objects.filter(pk=once).first()
    if known is not None:
        return known
    newest = invitation.shown.first()
    if newest is None or newest.pk != shown.pk:
        raise WordsChanged(_("Some words have changed since. Please read them again."))
    said = {key: words for key, words in comments.items() if words.strip()}
    answer = EditorsAnswer.objects.create(
        pk=once,
        shown=shown,
        verdict=verdict,
        language=language,
        screened_at=None if said else timezone.now(),
    )
    for line, (key, words) in enumerate(said.items(), start=1):
        comment = EditorsComment(answer=answer, line=line, passage=key)
        comment.write(words)
        comment.save(force_insert=True)
    answer_came(answer)
    return answer


def _open(shown: ShownWords) -> EditorsInvitation:
    """Return the invitation, held; raises NotOpen when it is over, or the thing out."""
    row = EditorsInvitation.objects.select_for_update().get(pk=shown.invitation_id)
    subject = subject_of(row.kind, row.object_id)
    if not row.is_open(timezone.localdate()) or subject is None or subject.is_out:
        raise NotOpen(_("Its time is over."))
    return row
