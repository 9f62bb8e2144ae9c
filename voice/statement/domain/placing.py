"""Putting one piece of evidence in its place, once, and writing down who did."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.releases.models import Quote, Release
from voice.statement.enums import EvidenceKind, Stance
from voice.statement.logic.frozen import Frozen
from voice.statement.models import Action, Area, Evidence, EvidenceFile, KeyTheme

if TYPE_CHECKING:
    from voice.accounts.models import User


class CannotCite(Exception):
    """This cannot be evidence here; the message is for people."""


class CitedAlready(CannotCite):
    """The same thing is evidence here already."""


@dataclass(frozen=True)
class Citation:
    """What is cited: its kind, its name within its source, and what is kept of it."""

    kind: EvidenceKind
    cites: str
    frozen: Frozen
    release: Release | None = None
    quote: Quote | None = None
    file: EvidenceFile | None = None


@dataclass(frozen=True)
class Spot:
    """Where evidence is put: a whole key theme, or an area or an action of it."""

    key_theme: KeyTheme
    action: Action | None = None
    area: Area | None = None

    def check(self) -> None:
        """Raise CannotCite unless action and area are of the key theme, one at most."""
        areas = [one for one in (self.area, self.action and self.action.area) if one]
        if len(areas) > 1:
            raise CannotCite(_("Choose an area or an action, not both."))
        if any(area.key_theme_id != self.key_theme.pk for area in areas):
            raise CannotCite(
                _("This action belongs to another key theme.")
                if self.action
                else _("This area belongs to another key theme.")
            )


def place_evidence(
    citation: Citation, *, at: Spot, stance: Stance | str, by: "User"
) -> Evidence:
    """Save and audit one piece of evidence; raises CitedAlready or CannotCite."""
    at.check()
    here = Evidence.objects.filter(
        release=citation.release,
        cites=citation.cites,
        key_theme=at.key_theme,
        action=at.action,
        area=at.area,
    )
    if here.exists():
        raise CitedAlready(_("This is evidence here already."))
    evidence = Evidence.objects.create(
        key_theme=at.key_theme,
        action=at.action,
        area=at.area,
        release=citation.release,
        kind=citation.kind,
        stance=Stance(stance),
        quote=citation.quote,
        file=citation.file,
        cites=citation.cites,
        frozen=citation.frozen,
        added_by=by,
    )
    record(
        "statement.cite",
        of=evidence,
        by=by,
        kind=citation.kind.value,
        release=citation.release.pk if citation.release else None,
        key_theme=at.key_theme.pk,
        area=at.area.pk if at.area else None,
        action=at.action.pk if at.action else None,
    )
    return evidence
