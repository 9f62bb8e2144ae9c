"""A worker listens to a machine's draft, and keeps or drops it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.logic.aloud import Spoken, spoken_in
from surveys.made_by import MadeBy
from surveys.models import DraftRecording, Medium, Wording
from surveys.models.draft_recording import DraftState
from voice.accounts.models import User
from voice.audit.domain.record import record


class CannotKeep(Exception):
    """The draft cannot be kept or dropped as it is; says why, for people."""


@transaction.atomic
def listen_to_draft(draft: DraftRecording, *, by: User, plain: bool) -> Medium:
    """Return what the machine made, and remember that `by` has asked to hear it.

    `plain` is for devices that cannot play the first file. Raises CannotKeep when
    there is nothing to hear.
    """
    sound = draft.sound_also if plain and draft.sound_also else draft.sound
    if sound is None:
        raise CannotKeep(_("It is still being made."))
    draft.heard_by, draft.heard_at = by, timezone.now()
    draft.save(update_fields=("heard_by", "heard_at"))
    return sound


@transaction.atomic
def keep_draft(draft: DraftRecording, *, by: User) -> None:
    """Make a draft the recording of its wording, marked as a machine's voice.

    Raises CannotKeep unless `by` has listened to it, the words are still those it
    says, and no person has recorded them.
    """
    draft = _held(draft)
    if draft.state not in DraftState.audible():
        raise CannotKeep(_("It is still being made."))
    if draft.heard_by_id != by.pk:
        raise CannotKeep(_("Listen to it first, then keep it."))
    now = _said_now(draft)
    if now is None or now.words != draft.said:
        raise CannotKeep(_("The words have changed since. It is being made anew."))
    if not now.wants_draft:
        raise CannotKeep(_("Somebody has recorded these words meanwhile."))
    row = _wording(draft) or Wording(
        survey=draft.survey,
        key=draft.key,
        part=draft.part,
        language=draft.language,
        age_band=draft.age_band,
        base=now.part.text,
    )
    row.sound, row.sound_also, row.said = draft.sound, draft.sound_also, draft.said
    row.made_by, row.kept_by, row.kept_at = MadeBy.MACHINE, by, timezone.now()
    row.save()
    _decide(draft, DraftState.KEPT, by=by)


@transaction.atomic
def drop_draft(draft: DraftRecording, *, by: User) -> None:
    """Say no to a draft, kept before or not: young people do not hear it.

    Raises CannotKeep when it is not made yet.
    """
    draft = _held(draft)
    if draft.state not in DraftState.audible():
        raise CannotKeep(_("It is still being made."))
    row = _wording(draft)
    if row and row.made_by == MadeBy.MACHINE:
        row.says_with(None, said="")
        if row.holds_something:
            row.save()
        else:
            row.delete()
    _decide(draft, DraftState.DROPPED, by=by)


def _held(draft: DraftRecording) -> DraftRecording:
    """Return the draft as it is now, held until the transaction ends."""
    return DraftRecording.objects.select_for_update(of=("self",)).get(pk=draft.pk)


def _decide(draft: DraftRecording, state: DraftState, *, by: User) -> None:
    """Write down what `by` decided."""
    draft.state, draft.decided_by, draft.decided_at = state, by, timezone.now()
    draft.save()
    record(
        "surveys.keep_draft" if state == DraftState.KEPT else "surveys.drop_draft",
        of=draft.survey,
        by=by,
        language=draft.language,
        age_band=draft.age_band,
        part=f"{draft.key}.{draft.part}",
        sound=draft.sound_id or "",
    )


def _wording(draft: DraftRecording) -> Wording | None:
    """Return the wording a draft is of, where it has a row."""
    return Wording.objects.filter(
        survey=draft.survey_id,
        key=draft.key,
        part=draft.part,
        language=draft.language,
        age_band=draft.age_band,
    ).first()


def _said_now(draft: DraftRecording) -> Spoken | None:
    """Return what the draft's wording says now; None when it is gone."""
    survey = draft.survey
    place = (draft.language, draft.age_band)
    every = spoken_in(latest_draft_of(survey), written_of(survey), place)
    return next((one for one in every if one.name == draft.name), None)
