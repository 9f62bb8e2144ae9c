"""From a source of a paper back to what was asked, and on to what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from voice.briefings.queries.composing import prompts_of
from voice.releases.enums import ReleaseState
from voice.releases.models import Release
from voice.releases.queries import verified
from voice.statement.led import Ground, Led, for_board, led_by
from voice.statement.models import Evidence
from voice.statement.queries import every_evidence


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One release as the board walks it: what was asked, what cites it, what rests on it.

    Of a release that was recalled there is nothing but that, and why.
    """

    release: Release
    asked: Sequence[str]
    evidence: Sequence[Evidence]
    led: Sequence[Led]


def source_read(fingerprint: str) -> SourceRead | None:
    """Return the issued release of this fingerprint; None where there is none.

    Raises ReleaseAltered when it is not what was signed.
    """
    release = (
        Release.objects.filter(content_hash=fingerprint, state=ReleaseState.ISSUED)
        .select_related("survey__consultation", "recall")
        .prefetch_related("quotes")
        .first()
    )
    if release is None:
        return None
    if release.is_recalled:
        return SourceRead(release, [], [], [])
    tables = verified(release).tables
    evidence = list(
        every_evidence()
        .released()
        .filter(release=release, set_aside=None)
        .order_by("key_theme__number", "pk")
    )
    ground = Ground(
        consultations={release.survey.consultation_id},
        releases={release.pk},
        key_themes={one.key_theme_id for one in evidence},
        actions={one.action_id for one in evidence if one.action_id},
    )
    return SourceRead(
        release,
        prompts_of(tables),
        evidence,
        for_board(led_by(ground)),
    )
