"""The lists as they came, made ready once for all tests of a process."""

from voice.moderation.logic import screening
from voice.moderation.logic.lists import LANGUAGES, lines_of

PHRASES = {f"worries/{code}/0": lines_of(f"worries_{code}") for code in LANGUAGES}
AS_THEY_CAME = screening.lists(phrases=PHRASES)


def screen(words):
    return screening.screen(words, lists=AS_THEY_CAME)
