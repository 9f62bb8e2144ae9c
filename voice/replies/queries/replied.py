"""Published replies by age band, language and theme, for a page of what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voice.replies.enums import ReplyPart
from voice.replies.logic.coverage import wording_for
from voice.replies.logic.full import SOMETHING_ELSE
from voice.replies.models import Reply
from voice.replies.queries.evidence import evidence_for
from voice.replies.queries.replies import published_replies
from voice.replies.queries.told import ReplyTold, tell_reply


@dataclass(frozen=True, slots=True)
class RepliedTold:
    """A published reply as one age reads it in one language.

    `bands` are the age bands answered in that language; `themes` the names of the
    themes that the release it speaks from told, by their keys; `answered_in` the part
    of the reply that answers a theme, where that was marked.
    """

    reply: Reply
    told: ReplyTold
    bands: tuple[str, ...]
    themes: Mapping[str, str]
    answered_in: Mapping[str, ReplyPart]


def replies_told(
    *, language: str, on: date, band: str = "", theme: str = ""
) -> list[RepliedTold]:
    """Return the published replies, the newest first, in `language` or the base one.

    `band` (a key) leaves those that answered it and has them in its words; `theme` (a
    key) those whose release told that theme. A fixed number of queries, however many
    replies there are.
    """
    replies = published_replies().prefetch_related("theme_answers")
    every = [_told(reply, language=language, on=on, band=band) for reply in replies]
    return [
        one
        for one in every
        if (not band or band in one.bands) and (not theme or theme in one.themes)
    ]


def themes_replied_to(replies: list[RepliedTold]) -> dict[str, str]:
    """Return the name of every theme that these replies speak of, by its key."""
    return {key: name for one in replies for key, name in one.themes.items()}


def _told(reply: Reply, *, language: str, on: date, band: str) -> RepliedTold:
    """Return one reply as `band` reads it in `language`."""
    wordings = list(reply.wordings.all())
    words = wording_for(wordings, language=language, band=band)
    spoken = language if words else None
    bands = {
        key: None
        for said in wordings
        if spoken is None or said.language == spoken
        for key in said.age_bands
    }
    return RepliedTold(
        reply=reply,
        told=tell_reply(reply, language=language, on=on, band=band),
        bands=tuple(bands),
        themes=_themes(reply),
        answered_in={
            one.theme: ReplyPart(one.part)
            for one in reply.theme_answers.all()
            if one.part
        },
    )


def _themes(reply: Reply) -> dict[str, str]:
    """Return the themes of a release that may still be shown, by key; else none."""
    evidence = evidence_for(reply.release) if reply.release else None
    if evidence is None:
        return {}
    return {
        theme["key"]: theme["name"]
        for theme in evidence.tables.get("themes", [])
        if theme["kind"] != SOMETHING_ELSE
    }
