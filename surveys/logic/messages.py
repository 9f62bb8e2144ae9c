"""Reads from code the sentences it would have translated."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

# How many of the first arguments are words, and how many stand before them.
CALLS = {
    "_": (0, 1),
    "gettext": (0, 1),
    "gettext_lazy": (0, 1),
    "gettext_noop": (0, 1),
    "ngettext": (0, 2),
    "ngettext_lazy": (0, 2),
    "pgettext": (1, 2),
    "pgettext_lazy": (1, 2),
    "npgettext": (1, 3),
}
IN_TEMPLATE = re.compile(r"\b(_|n?p?gettext(?:_lazy|_noop)?)\(")


class Message(NamedTuple):
    """A sentence as a catalogue knows it: for one, for several or "", its context or ""."""

    one: str
    several: str = ""
    context: str = ""


def messages_of_code(source: str) -> Iterator[Message]:
    """Give each sentence called for in Python `source`, in its order.

    Raises SyntaxError when it is not Python.
    """
    return _messages_in(ast.parse(source))


def messages_of_class(source: str, name: str) -> Iterator[Message]:
    """Give each sentence of the class `name` of Python `source`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == name:
            yield from _messages_in(node)


def messages_of_templatized(code: str) -> Iterator[Message]:
    """Give each sentence of a template that Django's templatize made into calls.

    Raises ValueError when a call never closes.
    """
    for call in IN_TEMPLATE.finditer(code):
        yield from _messages_in(_whole_call(code[call.start() :]))


def _messages_in(tree: ast.AST) -> Iterator[Message]:
    """Give each sentence under `tree`, in the order of the source."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        first, last = CALLS.get(name, (0, 0))
        words = [
            argument.value
            for argument in call.args[:last]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if last and len(words) == last:
            context = words[0] if first else ""
            one, *more = words[first:]
            yield Message(one, "".join(more), context)


def _whole_call(code: str) -> ast.AST:
    """Return the call that `code` begins with, up to the bracket that closes it."""
    for end in re.finditer(r"\)", code):
        try:
            return ast.parse(code[: end.end()])
        except SyntaxError:
            continue
    raise ValueError(f"No end of the call in: {code[:80]}")
