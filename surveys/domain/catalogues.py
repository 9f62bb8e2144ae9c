"""Writes the file of a language's words: what young people see, to be translated."""

from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import locale, settings
from django.conf.locale import LANG_INFO
from django.utils.translation import to_locale

from surveys.logic.messages import Message
from surveys.queries.spoken import spoken_messages

DRAFT = """{name} words of the interface of Voice.

A DRAFT until a named person fluent in {name} has read and approved it at the
desk (/desk/languages/). Safety and privacy wording is approved by itself, and
no survey opens in the language without it.
"""
DJANGOS_OWN = Path(locale.__file__).parent
TWO = "nplurals=2; plural=(n != 1);"


@dataclass(frozen=True)
class Filled:
    """What became of a catalogue: how many sentences are new, gone, still empty."""

    path: Path
    added: int
    gone: int
    empty: int


def fill_catalogue(language: str, folder: Path) -> Filled:
    """Give the catalogue of `language` every sentence young people see, and compile it.

    Translations are kept; what nobody sees any more is dropped, but from a catalogue
    that covers everything. Makes the file when there is none.
    """
    path = folder / to_locale(language) / "LC_MESSAGES" / "django.po"
    file = polib.pofile(str(path), wrapwidth=0) if path.exists() else _new(language)
    before = {(one.msgid, one.msgctxt): one for one in file}
    forms = _forms(file)
    wanted = {
        (message.one, message.context or None): message for message in spoken_messages()
    }
    kept = [before.get(key) or _entry(one, forms) for key, one in wanted.items()]
    gone = before.keys() - wanted.keys()
    is_whole = file.metadata.get("X-Covers") == "everything"
    if is_whole:
        # The staff's words are in it too, in an order of their own.
        file.extend(entry for entry in kept if entry not in file)
    else:
        file[:] = kept
    path.parent.mkdir(parents=True, exist_ok=True)
    file.save(str(path))
    file.save_as_mofile(str(path.with_suffix(".mo")))
    return Filled(
        path,
        added=len(wanted.keys() - before.keys()),
        gone=0 if is_whole else len(gone),
        empty=sum(not entry.translated() for entry in kept),
    )


def _new(language: str) -> polib.POFile:
    """Return a file without words, with a header that says what is known."""
    known = LANG_INFO.get(language, {})
    name = str(known.get("name", language))
    file = polib.POFile(wrapwidth=0)
    file.header = DRAFT.format(name=name)
    file.metadata = {
        "Project-Id-Version": "Voice",
        "PO-Revision-Date": "",
        "Last-Translator": "nobody yet",
        "Language-Team": name,
        "Language": to_locale(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(language),
        "X-Own-Name": str(known.get("name_local", language)),
        "X-English-Name": name,
        "X-Direction": "rtl" if language in settings.LANGUAGES_BIDI else "ltr",
        "X-Covers": "young people",
    }
    return file


def _plural_forms(language: str) -> str:
    """Return how the language counts, from Django's own catalogue where it has one."""
    own = DJANGOS_OWN / to_locale(language) / "LC_MESSAGES" / "django.po"
    told = polib.pofile(str(own)).metadata if own.exists() else {}
    return str(told.get("Plural-Forms", TWO))


def _forms(file: polib.POFile) -> int:
    """Return how many forms of a word that is counted the language has."""
    told = file.metadata.get("Plural-Forms", TWO)
    return int(told.split("nplurals=")[1].split(";")[0])


def _entry(message: Message, forms: int) -> polib.POEntry:
    """Return a sentence nobody has translated."""
    entry = polib.POEntry(msgid=message.one, msgctxt=message.context or None)
    if message.several:
        entry.msgid_plural = message.several
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if "%(" in message.one + message.several:
        entry.flags = ["python-format"]
    return entry
