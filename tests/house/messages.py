"""Finds the messages in templates and code, with no gettext on the machine."""

import ast
import re
from pathlib import Path

from django.utils.translation.template import templatize

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("voice", "surveys", "cms")
# How many of the first arguments are the message, and where it starts.
CALLS = {"_": (0, 1)}
for _name in ("gettext", "gettext_lazy", "gettext_noop"):
    CALLS[_name] = (0, 1)
for _name in ("ngettext", "ngettext_lazy"):
    CALLS[_name] = (0, 2)
for _name in ("pgettext", "pgettext_lazy"):
    CALLS[_name] = (1, 2)
TEMPLATE_CALL = re.compile(r"\b(_|n?p?gettext(?:_lazy|_noop)?)\(")


def messages_of_code(source):
    """Return every message called for in Python `source`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first, last = CALLS.get(name, (0, 0))
        found |= {
            argument.value
            for argument in node.args[first:last]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        }
    return found


def messages_of_template(source):
    """Return every message of a template, from Django's own reading of it."""
    code = templatize(source)
    found = set()
    for call in TEMPLATE_CALL.finditer(code):
        found |= messages_of_code(_whole_call(code[call.start() :]))
    return found


def _whole_call(code):
    """Return `code` up to the bracket that closes its first call."""
    for end in re.finditer(r"\)", code):
        try:
            ast.parse(code[: end.end()])
        except SyntaxError:
            continue
        return code[: end.end()]
    raise AssertionError(f"no end of the call in: {code[:80]}")


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
