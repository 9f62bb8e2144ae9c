"""The versions of a reply: which ages each wording is for, and easy read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voice.council.queries.bands import bands_called, every_band
from voice.replies.enums import ReplyPart
from voice.replies.models import EasyRow, ReplyWording

EASY = "easy"


@dataclass(frozen=True, slots=True)
class Version:
    """One way to read a reply: `key` is its name in an address, `words` for people."""

    key: str
    words: str
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class EasyPart:
    """One part of a reply in easy read, with its rows."""

    part: ReplyPart
    rows: list[EasyRow]

    @property
    def heading(self) -> str:
        """Return what stands above it; from no release it is what happened."""
        is_said = self.part == ReplyPart.YOU_SAID
        if is_said and self.rows and self.rows[0].reply.is_from_no_release:
            return _("What happened")
        return str(self.part.label)


def ages_called(bands: Sequence[str]) -> str:
    """Return the ages of some bands as people say them: neighbours together.

    “4 to 11” for the bands 4 to 7 and 8 to 11; “All ages” for none.
    """
    if not bands:
        return _("All ages")
    known = [band for band in every_band() if band.key in bands]
    if len(known) < len(bands):
        return ", ".join(bands_called(bands).values())
    spans = [[known[0].youngest, known[0].oldest]]
    for band in known[1:]:
        if band.youngest <= spans[-1][1] + 1:
            spans[-1][1] = max(spans[-1][1], band.oldest)
        else:
            spans.append([band.youngest, band.oldest])
    said = [
        _("%(youngest)s to %(oldest)s") % {"youngest": first, "oldest": last}
        for first, last in spans
    ]
    return ", ".join(said)


def versions_of(
    wordings: Iterable[ReplyWording],
    easy_rows: Iterable[EasyRow],
    *,
    language: str,
    now: str,
) -> list[Version]:
    """Return the ways to read a reply in `language`, youngest first, easy read last.

    `now` is the key of the one being read. One way alone is no choice: nothing then.
    """
    ours = [said for said in wordings if said.language == language]
    order = list(bands_called([band for said in ours for band in said.age_bands]))
    ours.sort(key=lambda said: [order.index(band) for band in said.age_bands])
    found = [
        Version(key, ages_called(said.age_bands), is_now=key == now)
        for said in ours
        for key in [key_of(said)]
    ]
    if any(row.language == language for row in easy_rows):
        found.append(Version(EASY, _("Easy read"), is_now=now == EASY))
    return found if len(found) > 1 else []


def key_of(wording: ReplyWording | None) -> str:
    """Return the name of a wording's version in an address: its first band."""
    return wording.age_bands[0] if wording and wording.age_bands else "all"


def easy_parts(rows: Iterable[EasyRow], *, language: str) -> list[EasyPart]:
    """Return the easy-read rows in `language`, part by part as a reply is read."""
    ours = [row for row in rows if row.language == language]
    parts = [
        EasyPart(part, [row for row in ours if row.part == part]) for part in ReplyPart
    ]
    return [one for one in parts if one.rows]
