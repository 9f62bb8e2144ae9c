"""Packs as they are read: checked, and without what was recalled since."""

import logging
from dataclasses import dataclass
from typing import cast

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from voice.briefings.logic.paper import Block, Note, Paper, Source, is_whole
from voice.briefings.models import Pack
from voice.briefings.pack.section import note
from voice.briefings.queries.composing import day
from voice.releases.models import Release

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PackToRead:
    """A pack as it is read today, and the releases in it that were recalled since."""

    pack: Pack
    paper: Paper
    recalled: list[Release]


def packs_made() -> QuerySet[Pack]:
    """Return every pack, the newest first, without what is in it; one query."""
    return Pack.objects.select_related("made_by").defer("paper")


def pack_to_read(pack: Pack) -> PackToRead | None:
    """Return a pack as it is read today; None when it is not what was made.

    What it told from a release that was recalled since is left out, and said to be. Its
    readers have no account here, so it leads to no room. One query.
    """
    paper: Paper = pack.paper
    if not is_whole(paper) or paper["hash"] != pack.content_hash:
        log.error("Pack %s is not what was made; nothing of it is shown.", pack.pk)
        return None
    read: Paper = {**paper, "outside": True}
    recalled = _recalled_in(paper)
    gone = {one.content_hash for one in recalled}
    if gone:
        with override(paper["language"]):
            notes = [_recall_note(one) for one in recalled]
            read["blocks"] = [*notes, *_without(paper, gone)]
        read["sources"] = [
            _named_alone(one) if one["hash"] in gone else one
            for one in paper["sources"]
        ]
    return PackToRead(pack, read, recalled)


def _recalled_in(paper: Paper) -> list[Release]:
    """Return the releases a paper stands on that were recalled, in the paper's order."""
    hashes = [source["hash"] for source in paper["sources"]]
    found = (
        Release.objects.filter(content_hash__in=hashes, recall__isnull=False)
        .select_related("recall", "survey")
        .defer("tables", "codebook")
    )
    return sorted(found, key=lambda one: hashes.index(one.content_hash))


def _without(paper: Paper, recalled: set[str]) -> list[Block]:
    """Return the blocks of a paper but those that stand on recalled releases."""
    gone = {one["number"] for one in paper["sources"] if one["hash"] in recalled}
    left: list[Block] = []
    for block in paper["blocks"]:
        if cast("dict[str, object]", block).get("source") not in gone:
            left.append(block)
        elif not left or left[-1] != _left_out():
            left.append(_left_out())
    return left


def _named_alone(source: Source) -> Source:
    """Return a recalled source with its name, and nothing of what it told."""
    return {**source, "asked": [], "answered": "", "missing": ""}


def _left_out() -> Note:
    """Return the note that stands where something recalled stood."""
    return note(
        _("What stood here came from a release that was recalled, and is left out.")
    )


def _recall_note(release: Release) -> Note:
    """Return the note that stands above a pack when a release of it was recalled."""
    return note(
        _(
            "Recalled on %(day)s: release %(number)s of “%(survey)s”. What it told is left "
            "out of this pack. Why: %(why)s"
        )
        % {
            "day": day(release.recall.at),
            "number": release.number,
            "survey": release.survey.title,
            "why": release.recall.why,
        }
    )


def packs_standing_on(release: Release) -> list[Pack]:
    """Return the packs that stand on a release, the oldest first; one query."""
    found = Pack.objects.order_by("pk")
    return [
        one
        for one in found
        if any(
            source["hash"] == release.content_hash for source in one.paper["sources"]
        )
    ]
