"""Reads: a person decides on each comment, and two worries are passed on."""

from voice.demonstration.domain.answering import Heard
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.said import Said
from voice.moderation.domain.concerns import decide_concern, see_concern
from voice.moderation.domain.holds import place_hold
from voice.moderation.domain.reading import (
    approve_comment,
    open_comment,
    pass_on_comment,
    redact_comment,
    withhold_comment,
)
from voice.moderation.enums import Outcome
from voice.moderation.models import Concern, Reading

HOLD = "The family court asked for it: invented case DEMO-7."
NOTES = {
    "front_door": (
        "Front door rung at once; a social worker is visiting today.",
        "DEMO-0001",
    ),
    "designated_officer": (
        "About a member of staff: the designated officer was told the same day.",
        "DEMO-0002",
    ),
}


def read_all(telling: Telling, heard: Heard) -> None:
    """Decide on every comment that the story does not leave waiting."""
    for comment, said in heard:
        if not said.wait:
            _decide(telling, Reading.objects.get(comment=comment), said)


def _decide(telling: Telling, reading: Reading, said: Said) -> None:
    """Open one comment and decide on it as the story says."""
    worker = telling.people["worker"]
    words = open_comment(reading, by=worker)
    reading.refresh_from_db()
    if said.concern:
        about_staff = said.concern == Outcome.DESIGNATED_OFFICER
        pass_on_comment(
            reading,
            version=reading.version,
            not_these=[telling.people["lead"]] if about_staff else [],
            by=worker,
        )
        _safeguard(telling, reading, said)
    elif said.withhold:
        withhold_comment(
            reading, version=reading.version, reason=said.withhold, by=worker
        )
    elif said.redact:
        redact_comment(
            reading,
            version=reading.version,
            passages=[
                (words.index(exact), words.index(exact) + len(exact), instead)
                for exact, instead in said.redact.items()
            ],
            may_count=True,
            may_quote=said.quote,
            by=worker,
        )
    else:
        approve_comment(
            reading,
            version=reading.version,
            may_count=True,
            may_quote=said.quote,
            by=worker,
        )


def _safeguard(telling: Telling, reading: Reading, said: Said) -> None:
    """Have the lead see and decide; the deputy, where a wall keeps the lead out."""
    concern = Concern.objects.get(comment=reading.comment)
    about_staff = said.concern == Outcome.DESIGNATED_OFFICER
    lead = telling.people["deputy" if about_staff else "lead"]
    see_concern(concern, by=lead)
    note, reference = NOTES[said.concern]
    decide_concern(
        concern,
        outcome=Outcome(said.concern),
        note=note,
        reference=reference,
        by=lead,
    )
    if said.concern == Outcome.FRONT_DOOR:
        place_hold(concern, reason=HOLD, by=lead)
