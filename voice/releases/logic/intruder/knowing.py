"""What an intruder knows of people: their groups, and when they took part."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from voice.releases.logic.material import Material
from voice.releases.logic.tables import Tables
from voice.releases.logic.tally import Counted, by_group, chosen


@dataclass(frozen=True, slots=True)
class Kind:
    """People alike: their group by each breakdown, and the releases that counted them."""

    groups: tuple[str, ...]
    releases: frozenset[int]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody who took part, as somebody who knows them all would count them.

    `by` names the breakdowns in the order of `Kind.groups`; `took_part` and `answered`
    are how many of each kind were asked in, and answered, each question; `wrote` how
    many wrote something that is kept. Who was asked a question in `routed` depends on
    an earlier answer, so it is not known who answered it; `leads` has, for such an
    earlier question, each question it leads to and the options that do.
    """

    by: tuple[str, ...]
    took_part: Mapping[str, Mapping[Kind, int]]
    answered: Mapping[str, Mapping[Kind, int]]
    wrote: Mapping[Kind, int]
    routed: Collection[str] = frozenset()
    leads: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """One release as an intruder reads it.

    `gone` is how many it counted that are not in the crowd any more. A release whose
    people are not known at all (an earlier round from elsewhere) has `known` False.
    """

    number: int
    tables: Tables
    gone: int = 0
    known: bool = True


@dataclass(frozen=True, slots=True)
class Rolls:
    """Which responses each release counted, by its number."""

    ids: Mapping[int, frozenset[UUID]] = field(default_factory=dict)

    def counted(self, one: UUID) -> frozenset[int]:
        """Return the releases that counted a response."""
        return frozenset(number for number, ids in self.ids.items() if one in ids)

    def gone(self, number: int, present: Collection[UUID]) -> int:
        """Return how many a release counted that are not present any more."""
        return len(self.ids[number] - frozenset(present))


def crowd_of(material: Material, rolls: Rolls) -> Crowd:
    """Return what is known of everybody in `material` by those who know them all."""
    by = tuple(material.breakdowns)
    kinds = _kinds(material, by, rolls)
    everybody = dict(zip(map(str, material.ids), material.responses, strict=True))
    return Crowd(
        by=by,
        took_part={
            question.key: _count(kinds, material.responses_of[question.key])
            for question in material.questions
        },
        answered={
            question.key: _count(
                kinds,
                [
                    one
                    for one in material.responses_of[question.key]
                    if chosen(one.answers, question)
                ],
            )
            for question in material.questions
        },
        wrote=_count(
            kinds, [everybody[one] for one in material.said if one in everybody]
        ),
        routed=frozenset(one.key for one in material.questions if one.waits_for),
        leads=_leads(material),
    )


def _leads(material: Material) -> dict[str, dict[str, frozenset[str]]]:
    """Return which options of which question lead to which other, by both their keys.

    As answers lie: somebody who answered the other had chosen one of these. A question
    that can be reached past an earlier one (“or”) is not led to by that one alone.
    """
    by_key = {question.key: question for question in material.questions}
    found: dict[str, dict[str, frozenset[str]]] = {}
    for question in material.questions:
        there = [
            one
            for one in material.responses_of[question.key]
            if chosen(one.answers, question)
        ]
        for earlier in (by_key[key] for key in question.waits_for if key in by_key):
            asked = {id(one) for one in material.responses_of[earlier.key]}
            picks = [
                chosen(one.answers, earlier) if id(one) in asked else frozenset()
                for one in there
            ]
            if picks and all(picks):
                options = frozenset[str]().union(*picks)
                found.setdefault(earlier.key, {})[question.key] = options
    return found


def _kinds(material: Material, by: Sequence[str], rolls: Rolls) -> dict[Hashable, Kind]:
    """Return the kind of each response, by its identity."""
    groups: dict[int, list[str]] = {id(one): [] for one in material.responses}
    for name in by:
        found = by_group(material.responses, name, material.breakdowns[name])
        for key, members in found.items():
            for one in members:
                groups[id(one)].append(key)
    return {
        id(one): Kind(tuple(groups[id(one)]), rolls.counted(number))
        for one, number in zip(material.responses, material.ids, strict=True)
    }


def _count(
    kinds: Mapping[Hashable, Kind], responses: Iterable[Counted]
) -> Counter[Kind]:
    """Return how many there are of each kind."""
    return Counter(kinds[id(one)] for one in responses)
