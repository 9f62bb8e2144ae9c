"""Reads what the interface says to young people in a language, and who approved it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext, npgettext, pgettext, to_locale

from surveys.logic.compiling import hash_of
from surveys.logic.messages import Message
from surveys.models import InterfaceApproval
from surveys.queries.filled_in import in_brackets
from surveys.queries.spoken import spoken_messages
from voice.council.enums import BASE_LANGUAGE

# One number of each kind that a language counts in its own way: 1, few, many, …
COUNTS = (1, 2, 5, 11, 21, 100, 0)


@dataclass(frozen=True)
class Spoken:
    """A sentence of the interface: in English, and as one language says it.

    A sentence that counts has each of its forms on a line. `reader` is who approved
    exactly these words; empty while they are a draft.
    """

    source: str
    words: str
    is_missing: bool
    reader: str = ""

    @property
    def hash(self) -> str:
        """Return the hash of both; another word, another hash."""
        return hash_of([self.source, self.words])[:16]

    @property
    def shown(self) -> tuple[str, str]:
        """Return both for people: what is filled in later stands in brackets."""
        return in_brackets(self.source), in_brackets(self.words)

    def says(self, search: str) -> bool:
        """Say whether either of the two has these words in it, whatever the case."""
        return search.casefold() in "\n".join(self.shown).casefold()


@dataclass(frozen=True)
class Interface:
    """Everything the interface says in one language, and how far it is approved."""

    language: str
    sentences: tuple[Spoken, ...]

    @property
    def missing(self) -> list[Spoken]:
        """Return the sentences nobody has translated: young people see English."""
        return [one for one in self.sentences if one.is_missing]

    @property
    def waiting(self) -> list[Spoken]:
        """Return the sentences that are translated, and that nobody approved."""
        return [one for one in self.sentences if not one.is_missing and not one.reader]

    @property
    def is_draft(self) -> bool:
        """Say whether anything is missing or not approved."""
        return any(one.is_missing or not one.reader for one in self.sentences)

    @property
    def readers(self) -> list[str]:
        """Return who approved what stands there now, each once."""
        return list(dict.fromkeys(one.reader for one in self.sentences if one.reader))


def interface_languages() -> list[str]:
    """Return the languages whose words somebody fluent must approve."""
    return [code for code, _name in settings.LANGUAGES if code != BASE_LANGUAGE]


def interface_in(language: str) -> Interface:
    """Return every sentence young people see as `language` says it; one query."""
    readers = _readers(language)
    return Interface(
        language,
        tuple(
            Spoken(one.source, one.words, one.is_missing, readers.get(one.hash, ""))
            for one in _words_of(language)
        ),
    )


def is_draft(language: str) -> bool:
    """Say whether the interface in `language` is still a draft; English never is."""
    return language in interface_languages() and interface_in(language).is_draft


def found_among(sentences: Iterable[Spoken], search: str) -> list[Spoken]:
    """Return the sentences that have `search` in them, in either language."""
    return [one for one in sentences if one.says(search.strip())]


def _readers(language: str) -> dict[str, str]:
    """Return who approved each sentence, by its hash; the newest yes counts."""
    approvals = InterfaceApproval.objects.filter(language=language)
    return {
        one: approval.reader_name
        for approval in reversed(approvals)
        for one in approval.hashes
    }


@cache
def _words_of(language: str) -> tuple[Spoken, ...]:
    """Return every sentence without its approval; files do not change while we run."""
    own = _own_words(language)
    with translation.override(language):
        return tuple(
            Spoken(
                source="\n".join(filter(None, (message.one, message.several))),
                words="\n".join(said(message)),
                is_missing=not _is_in(own, message),
            )
            for message in spoken_messages()
        )


def said(message: Message) -> list[str]:
    """Return the message in the active language, each form of a number once."""
    if message.several:
        context = message.context
        forms = (
            npgettext(context, message.one, message.several, count)
            if context
            else ngettext(message.one, message.several, count)
            for count in COUNTS
        )
        return list(dict.fromkeys(forms))
    if message.context:
        return [pgettext(message.context, message.one)]
    return [gettext(message.one)]


class _Nothing(NullTranslations):
    """What a catalogue falls back to here: it has no words for anything."""

    def gettext(self, message: str) -> str:
        """Return nothing."""
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return nothing."""
        return ""

    def pgettext(self, context: str, message: str) -> str:
        """Return nothing."""
        return ""

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return nothing."""
        return ""


def _own_words(language: str) -> NullTranslations:
    """Return the house's own catalogue of a language, and nothing where it has none.

    Words that happen to be the same in both languages are then not taken for missing.
    """
    folder: Path = settings.LOCALE_PATHS[0]
    path = folder / to_locale(language) / "LC_MESSAGES" / "django.mo"
    if not path.exists():
        return _Nothing()
    with path.open("rb") as file:
        found = GNUTranslations(file)
    found.add_fallback(_Nothing())
    return found


def _is_in(own: NullTranslations, message: Message) -> bool:
    """Say whether a catalogue has words for a message."""
    if message.several and message.context:
        return bool(own.npgettext(message.context, message.one, message.several, 1))
    if message.several:
        return bool(own.ngettext(message.one, message.several, 1))
    if message.context:
        return bool(own.pgettext(message.context, message.one))
    return bool(own.gettext(message.one))
