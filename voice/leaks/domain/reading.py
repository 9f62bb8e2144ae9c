"""Workers read and decide, leads safeguard; each through the pages of the desk."""

from typing import Any

from django.urls import reverse

from surveys.enums import CommentKind
from voice.leaks.browser import Browser, Page
from voice.leaks.domain.answering import DayWentWrong, Words
from voice.moderation.enums import (
    Outcome,
    PutBackReason,
    ReadingState,
    WithholdReason,
)
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.words import own_words

People = dict[str, Browser]


def reading_with(word: str) -> Reading:
    """Return the reading whose words hold `word`. Raises DayWentWrong."""
    for reading in Reading.objects.select_related("comment").order_by("-pk"):
        if word in own_words(reading):
            return reading
    raise DayWentWrong("A planted word never came to the readers.")


def reading_of_a_voice() -> Reading:
    """Return the reading of the one comment that was said aloud."""
    return Reading.objects.get(comment__kind=CommentKind.VOICE)


def planted_at(words: Words) -> list[str]:
    """Return the addresses of every comment with a planted word, and of every concern."""
    planted = [one.word for one in words.values()]
    comments = [
        reading.comment_id
        for reading in Reading.objects.select_related("comment")
        if any(word in own_words(reading) for word in planted)
    ]
    concerns = Concern.objects.values_list("pk", flat=True)
    return [
        *(reverse("moderation:comment", args=[pk]) for pk in comments),
        *(reverse("moderation:concern", args=[pk]) for pk in concerns),
    ]


def read(people: People, words: Words) -> None:
    """Decide about everything that was planted and is decided about."""
    worker = people["worker"]
    for name in ("quoted", "refused quote", "counted"):
        decide(worker, words[name].word, "approve", **yeses(quote=name != "counted"))
    _redact(worker, words)
    decide(worker, words["withheld"].word, "withhold", reason=WithholdReason.UNKIND)
    for name in ("passed on", "undecided"):
        decide(worker, words[name].word, "pass_on")
    _wrongly(worker, words)
    _undo(worker, words)


def read_the_rest(people: People) -> None:
    """Approve whatever else waits, as it comes."""
    for reading in Reading.objects.filter(state=ReadingState.WAITING):
        page = open_comment(people["worker2"], reading)
        sent = _send(people["worker2"], page, reading, "approve", **yeses(quote=False))
        reading.refresh_from_db()
        if reading.state == ReadingState.WAITING:
            raise DayWentWrong(f"Could not approve: {sent.path} {sent.status}.")


def open_comment(browser: Browser, reading: Reading) -> Page:
    """Open the page of one comment."""
    return browser.go(reverse("moderation:comment", args=[reading.comment_id]))


def decide(browser: Browser, word: str, verb: str, **filled: Any) -> None:
    """Open the comment that holds `word` and send one of its forms."""
    reading = reading_with(word)
    page = open_comment(browser, reading)
    if page.status != 200 or word not in page.source:
        raise DayWentWrong(f"A reader could not read: {page.path} {page.status}.")
    _send(browser, page, reading, verb, **filled)
    reading.refresh_from_db()
    if reading.state == ReadingState.WAITING:
        raise DayWentWrong(f"Could not {verb}.")


def _send(
    browser: Browser, page: Page, reading: Reading, verb: str, **filled: Any
) -> Page:
    """Send the form of one verb; approving is a button of the form of redacting."""
    address = reverse(f"moderation:{verb}", args=[reading.comment_id])
    if verb == "approve":
        form = reverse("moderation:redact", args=[reading.comment_id])
        return browser.submit(
            page, form, elsewhere=address, words=None, offer=None, **filled
        )
    return browser.submit(page, address, **filled)


def yeses(*, quote: bool) -> dict[str, Any]:
    """Return the two yeses as a form sends them."""
    return {"may_count": "on", "may_quote": "on" if quote else None}


def _redact(worker: Browser, words: Words) -> None:
    """See what others will see, then replace the word."""
    word = words["redacted"].word
    reading = reading_with(word)
    page = open_comment(worker, reading)
    filled = {"words": [word], "replacement": ["[name]"], **yeses(quote=True)}
    _send(worker, page, reading, "redact", preview="1", **filled)
    decide(worker, word, "redact", **filled)


def _wrongly(worker: Browser, words: Words) -> None:
    """Ask to replace words that are not there; the form comes back with them."""
    reading = reading_with(words["waiting for undo"].word)
    page = open_comment(worker, reading)
    typed = {"words": [words["wrong"].word], "replacement": ["[name]"]}
    _send(worker, page, reading, "redact", **typed, **yeses(quote=False))


def _undo(worker: Browser, words: Words) -> None:
    """Withhold, then put back with a note, then approve."""
    word = words["waiting for undo"].word
    decide(worker, word, "withhold", reason=WithholdReason.TEST)
    reading = reading_with(word)
    page = open_comment(worker, reading)
    why = PutBackReason.to_choose()[0]
    _send(worker, page, reading, "reverse", why=why, note=words["reader's note"].word)
    _send(
        worker,
        open_comment(worker, reading),
        reading,
        "note",
        words=words["reader's note"].word,
    )
    decide(worker, word, "approve", **yeses(quote=False))


def look_for(people: People, word: str) -> None:
    """Look for a word in the comments one may read. Raises DayWentWrong."""
    address = reverse("moderation:search")
    page = people["worker"].go(reverse("moderation:reading"))
    found = people["worker"].submit(page, address, sought=word)
    if found.status != 200 or "/desk/reading/comment/" not in found.source:
        raise DayWentWrong(f"Could not look for words: {found.path} {found.status}.")


def safeguard(people: People, words: Words) -> None:
    """See the concerns; decide one with a note, leave the other. Raises DayWentWrong."""
    lead = people["lead"]
    reading = reading_with(words["passed on"].word)
    concern = Concern.objects.get(comment=reading.comment)
    address = reverse("moderation:concern", args=[concern.pk])
    page = lead.go(address)
    if words["passed on"].word not in page.source:
        raise DayWentWrong(f"A lead could not read a concern: {page.status}.")
    lead.go(reverse("moderation:referral", args=[concern.pk]))
    lead.submit(
        page,
        reverse("moderation:decide", args=[concern.pk]),
        outcome=Outcome.FRONT_DOOR,
        note=f"Rang at once. {words['note'].word}",
        reference="TEST-1",
    )
    concern.refresh_from_db()
    if concern.decided_at is None:
        raise DayWentWrong("A lead could not decide.")
