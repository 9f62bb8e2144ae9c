"""What a reader chose to see: from the address, then kept for the session."""

from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict

from voice.moderation.enums import ReadingState
from voice.moderation.logic.wanted import WAITING, Routes, Wanted

KEPT = "reading_wanted"
LONGEST_CODE = 10


def wanted_now(request: HttpRequest, *, routes: Routes) -> Wanted:
    """Return what is chosen: in this address, or else when last chosen.

    An address that names a survey of others answers 404 like one that names none.
    """
    if "state" in request.GET:
        wanted = _chosen(request.GET)
        if wanted.survey and wanted.survey not in routes.read:
            raise Http404
        keep_wanted(request, wanted)
        return wanted
    return _kept(request, routes=routes)


def keep_wanted(request: HttpRequest, wanted: Wanted) -> None:
    """Remember the choice for this session: ids and codes, never words."""
    request.session[KEPT] = asdict(wanted)


def query_of(wanted: Wanted, **changed: Any) -> str:
    """Return the address's query that chooses `wanted`, with some of it `changed`."""
    chosen = asdict(replace(wanted, **changed))
    said = {name: value for name, value in chosen.items() if value}
    return urlencode({"state": WAITING} | said)


def _chosen(sent: QueryDict) -> Wanted:
    """Return what an address asks for; what it cannot mean is no choice."""
    state = sent.get("state", "")
    survey = _number(sent.get("survey", ""))
    return Wanted(
        survey=survey,
        # A question belongs to a survey.
        question=_number(sent.get("question", "")) if survey else 0,
        language=sent.get("language", "")[:LONGEST_CODE],
        age_band=sent.get("age_band", "")[:LONGEST_CODE],
        state=state if state in ReadingState.values else WAITING,
        mine=bool(sent.get("mine")),
    )


def _kept(request: HttpRequest, *, routes: Routes) -> Wanted:
    """Return what was chosen before in this session, as far as it may still be seen."""
    kept = Wanted(**request.session.get(KEPT, {}))
    if kept.survey and kept.survey not in routes.read:
        return Wanted()
    return kept


def _number(text: str) -> int:
    """Return the number of a row; 0 when it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
