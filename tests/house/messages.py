"""Finds the messages in templates and code, with no gettext on the machine."""

from pathlib import Path

from django.utils.translation.template import templatize

from surveys.logic import messages

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("voice", "surveys", "cms")


def _words(found):
    """Return the words of messages, for one and for several."""
    return {words for one in found for words in (one.one, one.several) if words}


def messages_of_code(source):
    """Return every message called for in Python `source`."""
    return _words(messages.messages_of_code(source))


def messages_of_template(source):
    """Return every message of a template, from Django's own reading of it."""
    return _words(messages.messages_of_templatized(templatize(source)))


def messages_in_use():
    """Return every message of the house, each with the first file that has it."""
    found = {}
    for room in ROOMS:
        for path in sorted((HOUSE / room).rglob("*.py")):
            for message in messages_of_code(path.read_text(encoding="utf-8")):
                found.setdefault(message, str(path.relative_to(HOUSE)))
    for path in sorted((HOUSE / "templates").rglob("*.*")):
        if path.suffix in (".html", ".txt"):
            for message in messages_of_template(path.read_text(encoding="utf-8")):
                found.setdefault(message, str(path.relative_to(HOUSE)))
    return found
