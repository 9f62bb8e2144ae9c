"""Reads how far a survey is on its way to being heard."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.logic.aloud import Heard, Place, Spoken, spoken_in
from surveys.made_by import MadeBy
from surveys.models import DraftRecording, Survey, Wording
from surveys.models.draft_recording import DraftState
from surveys.queries.wordings import part_label
from voice.accounts.models import User

TO_LISTEN, BEING_MADE = "to_listen", "being_made"
FAILED, DROPPED = "failed", "dropped"


@dataclass(frozen=True)
class Line:
    """One wording of a language and band, its draft, and where it stands.

    `state` is a Heard value, or what the draft waits for where nothing is heard yet.
    """

    spoken: Spoken
    heading: str
    state: str
    draft: DraftRecording | None = None
    kept: Wording | None = None

    @property
    def label(self) -> str:
        """Return what the part is, for people."""
        return part_label(self.spoken.part)

    @property
    def can_be_heard(self) -> bool:
        """Say whether there is a machine's draft to listen to."""
        return self.draft is not None and self.draft.state in DraftState.audible()


@dataclass(frozen=True)
class HowHeard:
    """One language and band, and how many of its wordings stand where."""

    language: str
    age_band: str
    counts: Mapping[str, int]

    @property
    def of(self) -> int:
        """Return how many wordings there are."""
        return sum(self.counts.values())

    @property
    def heard(self) -> int:
        """Return how many young people can listen to."""
        return sum(
            self.counts.get(one.value, 0) for one in (Heard.PERSON, Heard.MACHINE)
        )

    @property
    def made(self) -> int:
        """Return how many drafts of those asked for are made."""
        return self.of - self.counts.get(BEING_MADE, 0)


def how_heard(survey: Survey) -> list[HowHeard]:
    """Return every language and band with words of its own; four queries."""
    draft, written = latest_draft_of(survey), written_of(survey)
    rows = list(survey.draft_recordings.all())
    found = []
    for language in draft.languages:
        for age_band in ("", *draft.age_bands):
            place = (language, age_band)
            drafts = _by_name(rows, place)
            counts = Counter(
                _state(one, drafts.get(one.name))
                for one in spoken_in(draft, written, place)
            )
            if counts:
                found.append(HowHeard(language, age_band, counts))
    return found


def lines_of(survey: Survey, place: Place) -> list[Line]:
    """Return the wordings of one language and band, in the order they are read."""
    draft, written = latest_draft_of(survey), written_of(survey)
    rows = survey.draft_recordings.filter(language=place[0], age_band=place[1])
    drafts = _by_name(rows.select_related("decided_by"), place)
    kept = {
        (row.key, row.part): row
        for row in survey.wordings.filter(
            language=place[0], age_band=place[1], made_by=MadeBy.MACHINE
        ).select_related("kept_by")
    }
    prompts = {question.key: question.prompt for question in draft.questions}
    return [
        Line(
            spoken=one,
            heading=prompts.get(one.part.key, ""),
            state=_state(one, drafts.get(one.name)),
            draft=drafts.get(one.name),
            kept=kept.get(one.name),
        )
        for one in spoken_in(draft, written, place)
    ]


def surveys_with_drafts() -> QuerySet[Survey]:
    """Return the surveys somebody has asked the machine to speak, but archived ones."""
    asked = DraftRecording.objects.values("survey")
    return Survey.objects.filter(pk__in=asked, archived=None).order_by("pk")


def places_of(survey: Survey) -> dict[Place, User]:
    """Return the languages and bands of which drafts were asked, and by whom first."""
    rows = survey.draft_recordings.select_related("asked_by").order_by("-pk")
    return {(row.language, row.age_band): row.asked_by for row in rows}


def _by_name(
    rows: Iterable[DraftRecording], place: Place
) -> dict[tuple[str, str], DraftRecording]:
    """Return the drafts of one language and band by what they say."""
    return {row.name: row for row in rows if (row.language, row.age_band) == place}


def _state(one: Spoken, draft: DraftRecording | None) -> str:
    """Return where one wording stands."""
    if one.heard != Heard.NOTHING or draft is None:
        return one.heard.value
    if draft.said != one.words:
        return BEING_MADE
    return {
        DraftState.MADE: TO_LISTEN,
        DraftState.WAITING: BEING_MADE,
        DraftState.FAILED: FAILED,
    }.get(DraftState(draft.state), DROPPED)
