"""Beginning briefings, describing them, and making the next version of one."""

from datetime import date

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.briefings.domain.errors import NotIssued
from voice.briefings.models import (
    Briefing,
    BriefingIsIssued,
    BriefingSection,
    NotBeingWritten,
)
from voice.statement.queries import current_statement

COPIED = (
    "position",
    "kind",
    "key_theme",
    "release",
    "parts",
    "heading",
    "commentary",
    "easy_words",
    "easy_picture",
)


def held_draft(briefing: Briefing) -> Briefing:
    """Return the briefing, locked and as stored.

    Raises BriefingIsIssued once it is out, NotBeingWritten once it is approved.
    """
    held = Briefing.objects.select_for_update(of=("self",)).get(pk=briefing.pk)
    if held.is_issued:
        raise BriefingIsIssued
    if not held.is_draft:
        raise NotBeingWritten
    return held


@transaction.atomic
def begin_briefing(
    title: str, *, audience: str, meeting_on: date, language: str, by: User
) -> Briefing:
    """Begin a briefing on the newest statement, without sections yet."""
    briefing = Briefing.objects.create(
        title=title,
        audience=audience,
        meeting_on=meeting_on,
        language=language,
        statement=current_statement(),
        begun_by=by,
    )
    briefing.writers.add(by)
    record("briefings.begin", of=briefing, by=by)
    return briefing


@transaction.atomic
def describe_briefing(
    briefing: Briefing,
    *,
    title: str,
    audience: str,
    meeting_on: date,
    language: str,
    by: User,
) -> Briefing:
    """Change a draft's title, for whom and when it is, and its language."""
    held = held_draft(briefing)
    held.title, held.audience = title, audience
    held.meeting_on, held.language = meeting_on, language
    held.save(update_fields=["title", "audience", "meeting_on", "language"])
    held.writers.add(by)
    record("briefings.describe", of=held, by=by)
    return held


@transaction.atomic
def drop_briefing(briefing: Briefing, *, by: User) -> None:
    """Delete a draft with its sections; nobody but writers has read it."""
    held = held_draft(briefing)
    record("briefings.drop", of=held, by=by, version=held.version)
    held.delete()


@transaction.atomic
def begin_next_version(briefing: Briefing, *, by: User) -> Briefing:
    """Begin the next version of an issued briefing, with the same sections.

    Raises NotIssued for one that is not out, or has a next version already.
    """
    held = Briefing.objects.select_for_update(of=("self",)).get(pk=briefing.pk)
    if not held.is_issued or hasattr(held, "followed_by"):
        raise NotIssued
    following = Briefing.objects.create(
        title=held.title,
        audience=held.audience,
        meeting_on=held.meeting_on,
        language=held.language,
        statement=held.statement,
        version=held.version + 1,
        follows=held,
        begun_by=by,
    )
    following.writers.set([*held.writers.all(), by])
    for section in held.sections.all():
        kept = {name: getattr(section, name) for name in COPIED}
        BriefingSection.objects.create(briefing=following, written_by=by, **kept)
    record("briefings.begin_version", of=following, by=by, version=following.version)
    return following
