"""Has wordings spoken by a machine, as drafts that a worker listens to."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.tasks import task
from django.utils.translation import gettext as _

from surveys.domain.machine_voice import (
    CannotSpeak,
    machine_voice_trouble,
    speak,
    voice_for,
)
from surveys.domain.media import MediumRefused, keep_medium
from surveys.drafting.reading import latest_draft_of, written_of
from surveys.logic.aloud import Heard, Place, Spoken, spoken_in
from surveys.logic.drafts import Draft, Written
from surveys.models import DraftRecording, Survey
from surveys.models.draft_recording import DraftState
from surveys.queries.aloud import places_of, surveys_with_drafts
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.queries.tasks import in_hand, told

# A draft takes a second; after so long its task was lost with its worker.
PATIENCE = timedelta(minutes=5)


class NoMachineVoice(Exception):
    """There is no machine voice, or none in this language; says why, for people."""


@transaction.atomic
def ask_for_drafts(
    survey: Survey, *, language: str, age_band: str, by: User, now: datetime
) -> int:
    """Have the machine speak what one language and band says; return how many.

    What a person has recorded is left alone, and so is a draft of the words of now.
    What failed before is tried again. Raises NoMachineVoice.
    """
    if trouble := machine_voice_trouble():
        raise NoMachineVoice(trouble)
    if not voice_for(language):
        raise NoMachineVoice(
            _("The machine has no voice in this language. Please record it yourself.")
        )
    draft, written = latest_draft_of(survey), written_of(survey)
    place = (language, age_band)
    _failed(survey, place).update(said="")
    asked = _follow(survey, draft, written, place, by=by, now=now)
    if asked:
        record(
            "surveys.ask_for_drafts",
            of=survey,
            by=by,
            language=language,
            age_band=age_band,
            asked=len(asked),
        )
    _enqueue(asked)
    return len(asked)


@task()
def make_draft(draft_id: int) -> None:
    """Speak one draft; work done behind, by its id alone. Nothing when it is gone.

    What is asked again meanwhile, with other words, is not overwritten.
    """
    waiting = DraftRecording.objects.filter(pk=draft_id, state=DraftState.WAITING)
    draft = waiting.select_related("asked_by").first()
    if draft is None:
        return
    still = waiting.filter(said=draft.said)
    try:
        spoken = speak(draft.said, voice=draft.voice)
        with transaction.atomic():
            opus, mp3 = (
                keep_medium(content, media_type="audio/", by=draft.asked_by)
                for content in (spoken.opus, spoken.mp3)
            )
            still.update(state=DraftState.MADE, sound=opus, sound_also=mp3)
    except (CannotSpeak, MediumRefused):
        still.update(state=DraftState.FAILED)


def follow_the_words(now: datetime) -> Iterator[str]:
    """Have drafts of changed words made anew, and lost ones again; for run_due.

    Only where a worker has asked for drafts before, as that worker.
    """
    if machine_voice_trouble():
        return
    anew: list[int] = []
    for survey in surveys_with_drafts():
        draft, written = latest_draft_of(survey), written_of(survey)
        for place, asker in places_of(survey).items():
            if voice_for(place[0]):
                anew += _follow(survey, draft, written, place, by=asker, now=now)
    lost = DraftRecording.objects.filter(
        state=DraftState.WAITING, asked_at__lt=now - PATIENCE
    )
    again = list(
        lost.exclude(pk__in=told(in_hand(make_draft.module_path))).values_list(
            "pk", flat=True
        )
    )
    lost.update(asked_at=now)
    _enqueue([*anew, *again])
    if anew:
        yield f"Machine voice: {len(anew)} drafts of new words are being made."
    if again:
        yield f"Machine voice: {len(again)} drafts enqueued again."


def _follow(
    survey: Survey,
    draft: Draft,
    written: Iterable[Written],
    place: Place,
    *,
    by: User,
    now: datetime,
) -> list[int]:
    """Make the drafts of one language and band those of the words of now.

    Returns the ids of those to be spoken; drafts nobody needs are taken away.
    """
    language, age_band = place
    rows = survey.draft_recordings.filter(language=language, age_band=age_band)
    before = {row.name: row for row in rows}
    wanted = {
        one.name: one for one in spoken_in(draft, written, place) if one.wants_draft
    }
    rows.filter(pk__in=[before[name].pk for name in before.keys() - wanted]).delete()
    asked = []
    for name, one in wanted.items():
        row = before.get(name)
        if row is None and one.heard == Heard.MACHINE:
            continue
        if row is None:
            row = DraftRecording(
                survey=survey,
                key=one.part.key,
                part=one.part.part,
                language=language,
                age_band=age_band,
            )
        elif row.said == one.words:
            continue
        asked.append(_begin(row, one, by=by, now=now))
    return asked


def _begin(row: DraftRecording, one: Spoken, *, by: User, now: datetime) -> int:
    """Have `row` say the words of `one`; return its id."""
    row.begin_again(one.words, voice=voice_for(row.language))
    row.asked_by, row.asked_at = by, now
    row.save()
    return row.pk


def _failed(survey: Survey, place: Place) -> QuerySet[DraftRecording]:
    """Return the drafts of one language and band that could not be made."""
    return survey.draft_recordings.filter(
        language=place[0], age_band=place[1], state=DraftState.FAILED
    )


def _enqueue(ids: Iterable[int]) -> None:
    """Have each of these drafts spoken in the background."""
    for pk in ids:
        make_draft.enqueue(pk)
