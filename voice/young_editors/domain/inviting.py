"""Asks groups to look at something, and ends it; what they see is frozen."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.enums import CodeKind
from surveys.logic.personal_codes import new_code, signs_of
from surveys.queries.responses import code_hash
from voice.audit.domain.record import record
from voice.young_editors.domain.errors import CannotShow, NotOpen
from voice.young_editors.enums import Kind
from voice.young_editors.logic.passages import Passage, packed, shown_to
from voice.young_editors.models import EditorsGroup, EditorsInvitation, ShownWords
from voice.young_editors.subjects import Subject, subject_of

if TYPE_CHECKING:
    from voice.accounts.models import User

LONGEST = timedelta(days=60)


@transaction.atomic
def ask_group(
    group: EditorsGroup,
    *,
    kind: Kind,
    pk: int,
    languages: Sequence[str],
    expires_on: date,
    by: "User",
    age_bands: Sequence[str] = (),
) -> EditorsInvitation:
    """Ask `group` to look at one thing until the end of a day; return the invitation.

    It has no code yet: `make_code`. Raises CannotShow.
    """
    subject = _can_be_shown(kind, pk)
    survey = _speaks_from(subject)
    _refuse_facts(group, languages, expires_on)
    invitation = EditorsInvitation.objects.create(
        group=group,
        kind=kind,
        object_id=pk,
        survey_id=survey,
        languages=list(languages),
        age_bands=list(age_bands),
        expires_on=expires_on,
        made_by=by,
    )
    _show(invitation, subject, number=1, by=by)
    record(
        "young_editors.ask",
        of=invitation,
        by=by,
        group=group.pk,
        kind=kind,
        object=pk,
        expires_on=expires_on,
    )
    return invitation


@transaction.atomic
def make_code(invitation: EditorsInvitation, *, by: "User") -> str:
    """Return a new code of the invitation; the one before opens nothing from now on.

    It is shown once: only its keyed hash is kept. Raises NotOpen.
    """
    row = _held(invitation)
    code = _new_code()
    row.code_hash = _hash(code)
    row.save(update_fields=("code_hash",))
    record("young_editors.make_code", of=row, by=by)
    return code


@transaction.atomic
def show_again(invitation: EditorsInvitation, *, by: "User") -> ShownWords:
    """Show the words as they stand now in place of those before.

    The same code opens them; an answer to those before stays what it is. Raises
    CannotShow, also when nothing has changed, and NotOpen.
    """
    row = _held(invitation)
    subject = _can_be_shown(Kind(row.kind), row.object_id)
    newest = row.shown.first()
    if newest is not None and newest.fingerprint == subject.fingerprint:
        raise CannotShow(_("They see these very words already."))
    shown = _show(row, subject, number=newest.number + 1 if newest else 1, by=by)
    record("young_editors.show_again", of=row, by=by, number=shown.number)
    return shown


@transaction.atomic
def take_invitation_back(
    invitation: EditorsInvitation, *, by: "User"
) -> EditorsInvitation:
    """Let the code open nothing any more; what they said stays. Twice is once."""
    row = EditorsInvitation.objects.select_for_update().get(pk=invitation.pk)
    if row.revoked_at is None:
        row.revoked_by, row.revoked_at, row.code_hash = by, timezone.now(), None
        row.save(update_fields=("revoked_by", "revoked_at", "code_hash"))
        record("young_editors.take_back", of=row, by=by)
    return row


def _can_be_shown(kind: Kind, pk: int) -> Subject:
    """Return what is to be shown; raises CannotShow with the reason."""
    subject = subject_of(kind, pk)
    if subject is None or not subject.passages:
        raise CannotShow(_("There is nothing to read yet."), field="thing")
    if subject.is_out:
        raise CannotShow(_("It is out already: others read it."), field="thing")
    if subject.refused:
        raise CannotShow(" ".join(subject.refused), field="thing")
    return subject


def _speaks_from(subject: Subject) -> int:
    """Return the id of the survey it speaks from; raises CannotShow without one."""
    if subject.survey is None:
        raise CannotShow(
            _("Nothing has been heard yet that it could speak from."), field="thing"
        )
    return subject.survey


def _refuse_facts(
    group: EditorsGroup, languages: Sequence[str], expires_on: date
) -> None:
    """Raise CannotShow for facts that do not hold together."""
    today = timezone.localdate()
    if group.ended_at is not None:
        raise CannotShow(_("This group meets no more."))
    if not languages:
        raise CannotShow(_("Choose at least one language."), field="languages")
    if not today <= expires_on <= today + LONGEST:
        raise CannotShow(
            _("Choose a day from today on, within sixty days."), field="expires_on"
        )


def _show(
    invitation: EditorsInvitation, subject: Subject, *, number: int, by: "User"
) -> ShownWords:
    """Freeze what they see; raises CannotShow when a language has no words."""
    passages = shown_to(
        subject.passages,
        languages=invitation.languages,
        age_bands=invitation.age_bands,
    )
    _refuse_missing(passages, invitation.languages)
    return ShownWords.objects.create(
        invitation=invitation,
        number=number,
        title=subject.title[:255],
        passages=packed(passages),
        fingerprint=subject.fingerprint,
        shown_by=by,
    )


def _refuse_missing(passages: Sequence[Passage], languages: Sequence[str]) -> None:
    """Raise CannotShow for a language in which there is nothing to read."""
    if set(languages) - {one.language for one in passages}:
        raise CannotShow(
            _("It is not written in one of these languages yet."), field="languages"
        )


def _held(invitation: EditorsInvitation) -> EditorsInvitation:
    """Return the invitation, held; raises NotOpen when its time is over."""
    row = EditorsInvitation.objects.select_for_update().get(pk=invitation.pk)
    if not row.is_open(timezone.localdate()):
        raise NotOpen(_("Its time is over. Ask them anew."))
    return row


def _new_code() -> str:
    """Return a code that no invitation has."""
    code = new_code()
    while EditorsInvitation.objects.filter(code_hash=_hash(code)).exists():
        code = new_code()
    return code


def _hash(code: str) -> str:
    """Return the keyed hash of a code."""
    return code_hash(CodeKind.EDITORS, signs_of(code) or "")
