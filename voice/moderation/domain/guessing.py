"""Guesses a comment's language, so that somebody who reads it sees it sooner."""

from django.db import transaction

from voice.accounts.enums import ReadingLanguage
from voice.moderation.logic.guessing import guessed_language
from voice.moderation.models import Reading

READABLE = frozenset(ReadingLanguage.values)


@transaction.atomic
def guess_language(reading: Reading) -> str:
    """Write beside a reading what its language seems to be, and return that.

    Empty when the machine is unsure, or when it is no language that staff can say
    they read. Changes neither state nor version, and takes the comment from nobody.
    """
    code = guessed_language(reading.comment.read())
    guess = code if code in READABLE else ""
    Reading.objects.filter(pk=reading.pk).update(guessed_language=guess)
    reading.guessed_language = guess
    return guess
