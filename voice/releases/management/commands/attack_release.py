"""Plays the motivated intruder on a survey's releases, and says what could be worked out."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from surveys.models import Survey
from voice.releases.attacked import place_words
from voice.releases.logic.intruder.attacking import attack
from voice.releases.logic.intruder.findings import Findings
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.leaving_out import spelt
from voice.releases.models import Release
from voice.releases.queries.intruder import Sight, releases_of, sight_of

# Fewer counts than from nought to nine: SECURITY.md section 9.2, 7. Whoever knows
# exactly who answered narrows some; nobody's answer is certain by that.
ALL_BUT_TEN = 9


class Command(BaseCommand):
    """Attacks one release of a survey, with every release before it, or each in turn."""

    help = (
        "Plays somebody who knows everybody's groups and has read every release so far, "
        "and says what is certain of whom. Ends with an error when anything is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a survey's slug, one release's number, and how to say it."""
        parser.add_argument("survey", help="the slug of the survey")
        parser.add_argument("--release", type=int, help="one release; all without it")
        parser.add_argument("--json", action="store_true", help="say it as JSON")
        parser.add_argument(
            "--seconds",
            type=int,
            default=settings.DISCLOSURE_ATTACK_SECONDS,
            help="how long the attack on each may take",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Attack, say what was tried and found; an error when a release does not hold."""
        releases = _releases(options["survey"], options["release"])
        told = []
        for release in releases:
            sight = sight_of(release)
            told.append(_attacked(release, sight, options["seconds"]))
            told += _rounds(sight, options["seconds"], first=release == releases[0])
        if options["json"]:
            self.stdout.write(json.dumps(told, indent=2, ensure_ascii=False))
        else:
            for one in told:
                self.stdout.write("\n".join(_sentences(one)))
        if not all(one["holds"] for one in told):
            raise CommandError("Something could be worked out.")


def _releases(slug: str, number: int | None) -> list[Release]:
    """Return what is to be attacked; raises CommandError when there is nothing."""
    survey = Survey.objects.filter(slug=slug).first()
    if survey is None:
        raise CommandError(f"There is no survey “{slug}”.")
    releases = releases_of(survey)
    if number is not None:
        releases = [one for one in releases if one.number == number]
    if not releases:
        raise CommandError("There is no such release, issued or waiting.")
    return releases


def _attacked(release: Release, sight: Sight, seconds: int) -> dict[str, Any]:
    """Return what an attack on one release, beside those before it, came to."""
    found = attack(
        sight.seen, sight.crowd, seconds=seconds, with_intervals=True, later=True
    )
    told = _told(found, f"release {release.number}")
    told["releases"] = [one.number for one in sight.seen]
    told["unknown_people"] = [one.number for one in sight.seen if not one.known]
    told["leave_out"] = [
        place_words(spelt(place), release.tables) for place in found.to_hide
    ]
    return told


def _rounds(sight: Sight, seconds: int, *, first: bool) -> list[dict[str, Any]]:
    """Return what an attack on each earlier round came to; they are said once."""
    if not first:
        return []
    return [
        _told(attack([seen], None, seconds=seconds, with_intervals=True), title)
        for title, seen in sight.rounds.items()
    ]


def _told(found: Findings, name: str) -> dict[str, Any]:
    """Return findings as they are said: which tables, never which people."""
    hidden = [
        {
            "table": _named(one.place),
            "group": list(one.group),
            "option": one.option,
            "from": one.bounds.low,
            "to": one.bounds.high,
        }
        for one in found.intervals
    ]
    return {
        "name": name,
        "holds": found.holds,
        "figures": found.figures,
        "programmes": found.problems,
        "seconds": round(found.seconds, 2),
        "certain_yes": sum(one.people for one in found.pins if one.sure),
        "certain_no": sum(one.people for one in found.pins if not one.sure),
        "known_exactly": [
            {"table": _named(one.place), "group": list(one.group), "option": one.option}
            for one in found.exposed
        ],
        "narrowed": sum(
            one.bounds.high - one.bounds.low < ALL_BUT_TEN for one in found.intervals
        ),
        "hidden": hidden,
        "changed_since": [_named(place) for place in found.changed],
        "explained_by_nothing": [_named(place) for place in found.unread],
        "ran_out_at": _named(found.ran_out_at) if found.ran_out_at else "",
    }


def _named(place: Place) -> str:
    """Return where a table stands."""
    return f"release {place.release}: {spelt(place)}" if place.release else spelt(place)


def _sentences(one: dict[str, Any]) -> list[str]:
    """Return what was found of one release, in sentences."""
    lines = [
        f"{one['name']}: {one['figures']} figures in {one['programmes']} programmes, "
        f"{one['seconds']} seconds.",
        f"  Certain yes: {one['certain_yes']}. Certain no: {one['certain_no']}. "
        f"Hidden numbers: {len(one['hidden'])}, known exactly: "
        f"{len(one['known_exactly'])}, fewer than ten possible: {one['narrowed']}.",
    ]
    lines += [f"  To be left out: {table}" for table in one.get("leave_out", [])]
    lines += [f"  No answers explain: {name}" for name in one["explained_by_nothing"]]
    lines += [f"  Answers changed since: {name}" for name in one["changed_since"]]
    if one["ran_out_at"]:
        lines.append(f"  Out of time at: {one['ran_out_at']}")
    return [*lines, "  It holds." if one["holds"] else "  It does not hold."]
