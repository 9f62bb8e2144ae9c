"""The one style sheet of the public site: the house's, without what staff alone see.

The house's own is a file for each component, each asked for by itself: more than a
public page may weigh on a phone. Here they are one, made small, named after its content.
"""

import re
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.contrib.staticfiles import finders

from surveys.logic.css import rules_of, written

BROUGHT = re.compile(r'@import url\("([^"]+)"\)([^;]*);')
# Seen at the desk, at the board or while answering, and on no public page.
NOT_PUBLIC = frozenset(
    {
        "layouts/answering.css",
        "layouts/board.css",
        "layouts/desk.css",
        *(
            f"components/{name}.css"
            for name in [
                "actions",
                "agree_scale",
                "agreement",
                "asks",
                "audit",
                "choice_card",
                "clock",
                "codebook",
                "concern",
                "date_parts",
                "draft_aloud",
                "drawing_board",
                "evidence",
                "face_scale",
                "findings",
                "headline",
                "keying",
                "letter",
                "looks",
                "menu",
                "number_scale",
                "order",
                "own_answers",
                "paper",
                "papers",
                "people",
                "pictures",
                "poster",
                "progress",
                "reading",
                "record",
                "room",
                "rooms",
                "rota",
                "screening",
                "seeing",
                "session_note",
                "side_by_side",
                "suggesting",
                "survey_hub",
                "tagging",
                "trial",
                "typed",
                "voice",
                "watch",
                "ways_in",
            ]
        ),
    }
)


def public_sheet() -> str:
    """Return the sheet; read anew each time while the house is being built."""
    return _composed() if settings.DEBUG else _kept()


def sheet_name() -> str:
    """Return what the sheet is called, after its content."""
    return sha256(public_sheet().encode()).hexdigest()[:16]


@cache
def _kept() -> str:
    return _composed()


def _composed() -> str:
    """Return the order of the layers, then every part in the house's order."""
    house = _read("house.css")
    order = house[: house.index("@import")]
    parts = [
        _part(_read(name), media.strip())
        for name, media in BROUGHT.findall(house)
        if name not in NOT_PUBLIC
    ]
    return order.strip() + "".join(parts)


def _part(css: str, media: str) -> str:
    """Return one part made small, for `media` alone where it says any."""
    small = written(rules_of(css))
    return f"@media {media}{{{small}}}" if media else small


def _read(name: str) -> str:
    """Return one of the house's own files."""
    path = finders.find(f"css/{name}")
    if not isinstance(path, str):
        raise FileNotFoundError(name)
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a finder's own path
        return file.read()
