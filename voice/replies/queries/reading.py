"""A published reply as somebody reads it: in a language, for an age or in easy read."""

from datetime import date

from voice.council.enums import BASE_LANGUAGE
from voice.replies.logic.coverage import wording_for
from voice.replies.models import Correction, Reply
from voice.replies.queries.evidence import evidence_for
from voice.replies.queries.told import recalled_told, tell_reply
from voice.replies.queries.versions import EASY, easy_parts, key_of, versions_of


def read_reply(
    reply: Reply, *, language: str, on: date, wanted: str = ""
) -> dict[str, object]:
    """Return what templates/replies/reply_read.html shows of a reply.

    `wanted` is the key of an age band, or EASY; anything else is the words that most
    ages read. Where nothing is written in `language`, the base one is read.
    """
    wordings = list(reply.wordings.all())
    easy = list(reply.easy_rows.all())
    spoken = {said.language for said in wordings}
    language = language if language in spoken else BASE_LANGUAGE
    rows = easy_parts(easy, language=language) if wanted == EASY else []
    words = wording_for(wordings, language=language, band=wanted)
    now = EASY if rows else key_of(words)
    evidence = evidence_for(reply.release) if reply.release else None
    return recalled_told(reply) | {
        "reply": reply,
        "reply_language": language,
        "reply_told": tell_reply(
            reply, language=language, on=on, band=wanted, with_verdicts=True
        ),
        "easy": rows,
        "version": now,
        "versions": versions_of(wordings, easy, language=language, now=now),
        "corrections": corrections_of(reply, language=language),
        "reach": evidence.tables["reach"] if evidence else None,
        "quotes": evidence.few_quotes(language) if evidence else [],
    }


def corrections_of(reply: Reply, *, language: str) -> list[Correction]:
    """Return what was put right since, in `language` or the base one, newest first."""
    notes = list(reply.corrections.all())
    ours = [note for note in notes if note.language == language]
    return ours or [note for note in notes if note.language == BASE_LANGUAGE]
