"""What staff write beside what they read: transcripts, translations, notes, a register."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from surveys.domain.recordings import keep_recording
from surveys.enums import CommentKind, MediaType, NoteState
from surveys.models import Invitation, SessionNote, Survey
from voice.accounts.models import User
from voice.council.models import DutyShift
from voice.leaks.browser import Browser
from voice.leaks.domain import answering, reading
from voice.leaks.domain.answering import DayWentWrong, Words
from voice.leaks.domain.reading import People
from voice.moderation.models import Concern, Translation
from voice.records.enums import BreachKind, Reporting
from voice.records.models import Breach

OGG = b"OggS\x00\x02"
TRANSLATED = ("translation", "draft translation")


def speak(link: Invitation, words: Words) -> None:
    """Answer with a voice, the planted word among its bytes.

    No page takes a voice: what was typed first is what is spoken instead.
    """
    answering.say(link, words["spoken over"].word)
    comment = reading.reading_with(words["spoken over"].word).comment
    keep_recording(
        comment,
        kind=CommentKind.VOICE,
        media_type=MediaType.OGG,
        content=OGG + words["voice"].word.encode(),
    )


def answer_in_urdu(link: Invitation, words: Words) -> None:
    """Answer twice in Urdu, for readers who read it."""
    for name in TRANSLATED:
        answering.say(link, f"یہ {words[name + ' of'].word}", language="ur")


def write_up(people: People, words: Words, survey: Survey) -> None:
    """Write up two sessions, send one, and have another reader let it stand."""
    worker = people["worker"]
    new = reverse("surveys:write_up", args=[survey.slug])
    for name, do in (("heard", "send"), ("heard draft", "save")):
        page = worker.go(new)
        question = page.form("session-notes/new/").choices["said-0-question"][1]
        filled: dict[str, Any] = {
            "held_on": timezone.localdate().isoformat(),
            "present": "9",
            "said-0-words": f"somebody said {words[name].word}",
            "said-0-question": question,
            "do": do,
        }
        worker.submit(page, new, **filled)
    sent = SessionNote.objects.filter(survey=survey, state=NoteState.SENT).count()
    if (sent, SessionNote.objects.filter(survey=survey).count()) != (1, 2):
        raise DayWentWrong("A session could not be written up.")
    other = people["worker2"]
    reading.decide(other, words["heard"].word, "approve", **reading.yeses(quote=False))


def write_down(people: People, words: Words) -> None:
    """Write down what the voice says, and keep it. Raises DayWentWrong."""
    worker = people["worker"]
    row = reading.reading_of_a_voice()
    heard = worker.go(reverse("moderation:recording", args=[row.comment_id]))
    if words["voice"].word not in heard.source:
        raise DayWentWrong(f"A reader could not listen: {heard.status}.")
    page = reading.open_comment(worker, row)
    address = reverse("moderation:transcribe", args=[row.comment_id])
    worker.submit(page, address, words=f"they say {words['transcript'].word}")
    word = words["transcript"].word
    reading.decide(worker, word, "approve", **reading.yeses(quote=False))


def translate(people: People, words: Words) -> None:
    """Write two translations, and let one be shown beside the kept words."""
    worker = people["worker"]
    for name in TRANSLATED:
        word = words[f"{name} of"].word
        row = reading.reading_with(word)
        filled: dict[str, Any] = {
            "translation-words": f"it is {words[name].word}",
            "translation-language": "ur",
        }
        address = reverse("moderation:translate", args=[row.comment_id])
        sent = worker.submit(reading.open_comment(worker, row), address, **filled)
        if words[name].word not in sent.source or sent.status != 200:
            raise DayWentWrong(f"A reader could not translate: {sent.status}.")
        reading.decide(worker, word, "approve", **reading.yeses(quote=False))
    row = reading.reading_with(words["translation of"].word)
    address = reverse("moderation:show_translation", args=[row.comment_id])
    worker.submit(reading.open_comment(worker, row), address)
    if Translation.objects.filter(approved_by__isnull=False).count() != 1:
        raise DayWentWrong("A translation could not be written, or not be shown.")


def note_concerns(people: People, words: Words) -> None:
    """Add to a decided concern, and hold it. Raises DayWentWrong."""
    lead = people["lead"]
    concern = Concern.objects.get(decided_at__isnull=False)
    page = lead.go(reverse("moderation:concern", args=[concern.pk]))
    for name, verb, field in (
        ("added note", "add_to_concern", "add-text"),
        ("hold", "place_hold", "hold-reason"),
    ):
        address = reverse(f"moderation:{verb}", args=[concern.pk])
        lead.submit(page, address, **{field: words[name].word})
    if not (concern.notes.exists() and concern.holds.exists()):
        raise DayWentWrong("A lead could not write beside a concern.")


def hand_over(lead: Browser, words: Words) -> None:
    """Give a shift to the deputy, with a note. Raises DayWentWrong."""
    mine = User.objects.get(email="lead@calderwick.example")
    deputy = User.objects.get(email="deputy@calderwick.example")
    now = timezone.now()
    shift = DutyShift.objects.create(
        user=mine, starts=now, ends=now + timedelta(hours=4)
    )
    page = lead.go(reverse("duty:hand_over", args=[shift.pk]))
    lead.submit(page, to=str(deputy.pk), note=words["hand-over"].word)
    shift.refresh_from_db()
    if shift.user_id != deputy.pk:
        raise DayWentWrong("A shift could not be handed over.")


def register(officer: Browser, words: Words) -> None:
    """Enter a near miss. Raises DayWentWrong."""
    officer.submit(
        officer.go(reverse("records:enter_breach")),
        kind=BreachKind.NEAR_MISS,
        known_at=timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        what=f"A letter lay on the printer {words['near miss'].word}",
        whom="Nobody.",
        harm="None.",
        reporting=Reporting.NOT_NEEDED,
        why="Seen at once.",
    )
    if not Breach.objects.exists():
        raise DayWentWrong("A near miss could not be entered.")
