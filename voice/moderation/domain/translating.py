"""A comment in the base language, written and approved by people."""

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import (
    AlreadyDecided,
    NotKept,
    TranslationChanged,
)
from voice.moderation.domain.reading import claim
from voice.moderation.domain.tells import TranslationTells
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading, Translation
from voice.moderation.queries.translated import told_in_translation
from voice.moderation.translation_changed import translation_changed


@transaction.atomic
def write_translation(
    reading: Reading, *, version: int, words: str, language: str, by: User
) -> Translation:
    """Seal a person's translation beside the original; it is shown to readers alone.

    `version` is that of the translation on the page, 0 when there was none;
    `language` is what the translator says they translated from. Raises
    TranslationChanged when somebody else wrote meanwhile, AlreadyDecided once
    the comment was passed on.
    """
    row = _held(reading)
    if row.state == ReadingState.PASSED_ON:
        raise AlreadyDecided(row)
    translation = _stored(row)
    if (translation.version if translation else 0) != version:
        raise TranslationChanged
    translation = translation or Translation(reading=row, version=0)
    translation.version += 1
    translation.write(words.strip())
    translation.language = language
    translation.by, translation.at = by, timezone.now()
    _forget_approval(translation)
    translation.save()
    translation_changed(row)
    record("moderation.translate", of=row, by=by, translation=translation.version)
    return translation


@transaction.atomic
def approve_translation(
    reading: Reading,
    *,
    version: int,
    translation_version: int,
    by: User,
    sure: bool = False,
) -> Translation:
    """Let the translation be shown beside the kept words, as long as they stand.

    Raises NotKept while the comment is not kept, AlreadyDecided when it is no longer
    as the page showed it, TranslationChanged when the translation is not, and
    TranslationTells when it could say who somebody is and nobody is `sure` of it yet.
    """
    row = _held(reading)
    if row.state not in ReadingState.kept():
        raise NotKept
    claim(reading, version=version, states=ReadingState.kept())
    translation = _stored(row)
    if translation is None or translation.version != translation_version:
        raise TranslationChanged
    words = translation.read()
    found = told_in_translation(words, of=row)
    if found and not sure:
        raise TranslationTells(found)
    translation.keep(words)
    translation.approved_by, translation.approved_at = by, timezone.now()
    translation.save()
    translation_changed(row)
    record(
        "moderation.approve_translation",
        of=row,
        by=by,
        translation=translation.version,
        in_spite_of=sorted({piece.kind for piece in found}),
    )
    return translation


def _held(reading: Reading) -> Reading:
    """Return the row of a reading, held until the transaction ends."""
    return (
        Reading.objects.select_for_update(of=("self",))
        .select_related("comment")
        .get(pk=reading.pk)
    )


def _stored(row: Reading) -> Translation | None:
    """Return the translation as stored, or None."""
    return (
        Translation.objects.select_related("reading__comment")
        .filter(reading=row)
        .first()
    )


def _forget_approval(translation: Translation) -> None:
    """Show it to readers alone again; save afterwards."""
    translation.sealed_kept = None
    translation.approved_by = translation.approved_at = None
