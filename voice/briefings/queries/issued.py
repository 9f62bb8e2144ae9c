"""Briefings as members read them: issued, checked, and with what was recalled since."""

import logging
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voice.briefings.enums import BriefingState
from voice.briefings.logic.paper import Block, Paper, is_whole
from voice.briefings.models import Briefing
from voice.releases.models import Release
from voice.releases.queries import correction_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A release that an issued briefing stands on and that was recalled since."""

    release: Release
    correction: Release | None


def issued_briefings() -> QuerySet[Briefing]:
    """Return what was issued, the newest meeting first; two queries."""
    releases = Release.objects.select_related("recall", "survey__consultation").defer(
        "tables", "codebook"
    )
    return (
        Briefing.objects.filter(state=BriefingState.ISSUED)
        .select_related("followed_by", "follows")
        .prefetch_related(Prefetch("releases", queryset=releases))
    )


def taken_back(briefing: Briefing) -> list[TakenBack]:
    """Return what of a briefing was recalled since, with what corrects it."""
    return [
        TakenBack(release, correction_of(release))
        for release in briefing.releases.all()
        if release.is_recalled
    ]


def paper_to_read(briefing: Briefing) -> Paper | None:
    """Return an approved or issued paper as it is read today.

    What was frozen, and above it a note for each release recalled since. None when
    there is no paper yet, or it is not what was approved.
    """
    paper: Paper | None = briefing.paper
    if paper is None:
        return None
    if not is_whole(paper):
        log.error(
            "Briefing %s is not what was approved; nothing of it is shown.", briefing.pk
        )
        return None
    with translation.override(paper["language"]):
        notes = [recalled_note(one) for one in taken_back(briefing)]
    return {**paper, "blocks": [*notes, *paper["blocks"]]}


def recalled_note(one: TakenBack) -> Block:
    """Return the note that stands above a paper when a release of it was recalled."""
    recall = one.release.recall
    said = _(
        "Recalled on %(day)s: release %(number)s of “%(survey)s”, on which this paper "
        "stands. Do not go by what it tells. Why: %(why)s"
    ) % {
        "day": date_format(recall.at, "j F Y"),
        "number": one.release.number,
        "survey": one.release.survey.title,
        "why": recall.why,
    }
    after = (
        _("It was corrected since, by release %(number)s.")
        % {"number": one.correction.number}
        if one.correction
        else _("No release has corrected it yet.")
    )
    return {"kind": "note", "tone": "careful", "text": f"{said} {after}"}
