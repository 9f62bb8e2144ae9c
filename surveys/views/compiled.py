"""Steps that nothing was answered on yet, compiled once and kept by this process.

Never a personal page: what is one young person's own (the forgery token, the number of
their response) is a hole that is filled when the step is sent, and a step that shows
an answer, words of theirs or a refusal is never kept. What hangs on a cookie or on the
hour stands in the page around the step, or in the key.
"""

import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest
from django.middleware.csp import get_nonce
from django.middleware.csrf import get_token

from surveys.views.pages import Part, Ready

KEPT = 1024
LINES = re.compile(r"\s*\n\s*")

# Chance words, so that no wording of a survey can hold one.
_TOKEN = f"token{secrets.token_hex(8)}"
_RESPONSE = f"response{secrets.token_hex(8)}"
HOLES: dict[str, Any] = {
    "csrf_token": _TOKEN,
    "response": SimpleNamespace(pk=_RESPONSE),
}


@dataclass(frozen=True, slots=True)
class Compiled:
    """One step with its holes, and what surveys.answering_style needs to know of it."""

    part: Part
    shows: tuple[str, ...]


_NONCE = f"nonce{secrets.token_hex(8)}"
_MAIN = f"main{secrets.token_hex(8)}"
_FOOT = f"foot{secrets.token_hex(8)}"
AROUND: dict[str, Any] = {
    "csrf_token": _TOKEN,
    "csp_nonce": _NONCE,
    "part": Part(Ready(_MAIN), Ready(_FOOT)),
}
"""The holes of the page around a step."""

_kept: OrderedDict[Hashable, Compiled] = OrderedDict()
_lock = Lock()


def compiled(key: Hashable, make: Callable[[], Compiled]) -> Compiled:
    """Return what `make` makes; from memory when this process has made it before.

    `key` holds the edition's content hash and all that the markup hangs on.
    """
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = make()
    with _lock:
        _kept[key] = made
        if len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


def closer(made: Compiled) -> Compiled:
    """Return it without the space that templates begin their lines with.

    Never for a page that holds words of a young person: those are shown as typed.
    """
    main, foot = (LINES.sub("\n", text) for text in (made.part.main, made.part.foot))
    return Compiled(Part(main, foot), made.shows)


def filled(step: Compiled, request: HttpRequest, response_id: object) -> Part:
    """Return the step's part with what is this young person's own put in."""

    def fill(markup: str) -> Ready:
        markup = markup.replace(_RESPONSE, str(response_id))
        if _TOKEN in markup:
            markup = markup.replace(_TOKEN, get_token(request))
        return Ready(markup)

    return Part(fill(step.part.main), fill(step.part.foot))


def put_around(part: Part, around: Compiled, request: HttpRequest) -> str:
    """Return the whole page: `around` with the step and what is this visit's put in."""
    markup = around.part.main.replace(_TOKEN, get_token(request))
    markup = markup.replace(_NONCE, str(get_nonce(request)))
    # Last, so that nothing a young person typed is looked through for holes.
    before, _, after = markup.partition(_MAIN)
    between, _, rest = after.partition(_FOOT)
    return "".join((before, part.main, between, part.foot, rest))


def forget_compiled() -> None:
    """Empty the memory; for tests, whose editions are rolled back."""
    with _lock:
        _kept.clear()
