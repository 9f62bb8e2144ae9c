"""What a motivated intruder has before them: every release so far, and everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from surveys.models import Survey
from voice.releases.enums import ReleaseState
from voice.releases.logic.intruder.knowing import Crowd, Rolls, Seen, crowd_of
from voice.releases.logic.material import Material
from voice.releases.logic.rolls import unpacked
from voice.releases.models import Release, Roll
from voice.releases.queries.earlier_rounds import earlier_rounds
from voice.releases.queries.material import release_material


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything told up to one release, the newest last, and those it was told of.

    `rounds` are earlier rounds from elsewhere, by their names: of whom they tell is not
    known, so each is looked at by itself.
    """

    seen: list[Seen]
    crowd: Crowd
    rounds: dict[str, Seen]


def sight_of(release: Release, material: Material | None = None) -> Sight:
    """Return what an intruder sees once `release` is told.

    All issued releases before it count, whatever has been said of them since: what was
    told once stays known. `material` is what the survey holds now, when it is at hand.
    """
    if material is None:
        material = release_material(release.survey)
    told = [*_before(release), release]
    rolls = Rolls(_rolls(told))
    return Sight(
        [_seen(one, rolls, material.ids) for one in told],
        crowd_of(material, rolls),
        {
            str(one): Seen(0, one.tables, known=False)
            for one in earlier_rounds(release.survey)
        },
    )


def _before(release: Release) -> list[Release]:
    """Return the issued releases of the same survey before this one, in order."""
    issued = Release.objects.filter(
        survey=release.survey_id,
        state=ReleaseState.ISSUED,
        number__lt=release.number,
    )
    return list(issued.order_by("number"))


def _rolls(releases: list[Release]) -> dict[int, frozenset[UUID]]:
    """Return whom each release counted, by its number, where that was kept."""
    rolls = Roll.objects.filter(release__in=releases).values_list(
        "release__number", "packed"
    )
    return {number: unpacked(bytes(packed)) for number, packed in rolls}


def _seen(release: Release, rolls: Rolls, present: Sequence[UUID]) -> Seen:
    """Return one release as it is read; of one without a roll nobody is known."""
    known = release.number in rolls.ids
    gone = rolls.gone(release.number, present) if known else 0
    return Seen(release.number, release.tables, gone, known)


def releases_of(survey: Survey) -> list[Release]:
    """Return the releases of a survey that can be attacked: issued, or waiting."""
    told = survey.releases.exclude(state=ReleaseState.DROPPED)
    return list(told.select_related("survey").order_by("number"))
