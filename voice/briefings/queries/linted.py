"""What in a worker's words cannot be said, where it stands and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voice.briefings.logic.linting import (
    LOOKED_AT,
    Fault,
    Finding,
    Known,
    lint,
    words_of_titles,
)
from voice.briefings.models import Briefing, BriefingSection
from voice.briefings.queries.blocks import heading_of
from voice.council.models import Council
from voice.releases.models import Release
from voice.replies.logic.released import released_numbers
from voice.statement.models import Action, KeyTheme

# Words with a capital in the middle of a sentence that are nobody's name.
EVERYDAY = (
    "Improvement Board Committee Council Executive Cabinet Director Head Service Services"
    " Statement Action Key Theme Voice Release Ofsted Children's Care Youth Parliament"
    " Corporate Parenting Independent Reviewing Officer Virtual School Social Work"
)
TOLD_BY_CODE = {"nearly_all": "nearly all", "about_half": "about half"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding in one field of a briefing (`section` None) or of one of its sections."""

    section: BriefingSection | None
    field: str
    finding: Finding

    @property
    def must_be_mended(self) -> bool:
        """Say whether a person's look is not enough."""
        return self.finding.fault not in LOOKED_AT

    @property
    def sentence(self) -> str:
        """Return where it is, what is wrong, and what to do, kindly."""
        where = _("The title")
        if self.section is not None:
            place = heading_of(self.section) or _("Our own words")
            where = f"{self.section.position}. {place}"
        return f"{where}: {why(self.finding)}"


def why(finding: Finding) -> str:
    """Return what is wrong with a passage, naming it, and what to write instead."""
    said = {"passage": finding.passage}
    if finding.fault == Fault.NOT_RELEASED:
        return (
            _(
                "the number “%(passage)s” is in no release that this briefing stands "
                "on. Use one that is, or words: a few, some, many."
            )
            % said
        )
    if finding.fault == Fault.EVERYBODY_OR_NOBODY:
        return (
            _(
                "“%(passage)s” tells what each single child said. Write “young people "
                "told us” or “we did not hear this”."
            )
            % said
        )
    if finding.fault == Fault.SO_FEW:
        return (
            _(
                "“%(passage)s” points at somebody. Write “a small number” or leave "
                "the number out."
            )
            % said
        )
    return _("“%(passage)s” looks like a name. Use a role instead.") % said


def known_of(briefing: Briefing, releases: Iterable[Release]) -> Known:
    """Return what a briefing's words may say, given the releases it stands on."""
    tables = [release.tables for release in releases]
    numbers = [released_numbers(one) for one in tables]
    titles = [
        one[part]["title"] for one in tables for part in ("consultation", "survey")
    ]
    titles += [str(one) for one in Council.objects.values_list("name", flat=True)]
    titles += [EVERYDAY, briefing.audience]
    if briefing.statement is not None:
        themes = KeyTheme.objects.filter(statement=briefing.statement)
        titles += [briefing.statement.title, *themes.values_list("title", flat=True)]
        owners = Action.objects.filter(area__key_theme__in=themes)
        titles += owners.values_list("owner_title", flat=True).distinct()
    return Known(
        numbers=frozenset().union(*numbers),
        told=frozenset(TOLD_BY_CODE[code] for one in tables for code in _codes(one)),
        words=words_of_titles(titles),
    )


def _codes(part: object) -> Iterator[str]:
    """Yield the codes of figures told in such words as Known.told holds."""
    if isinstance(part, Mapping):
        if str(part.get("code")) in TOLD_BY_CODE:
            yield str(part["code"])
        for inner in part.values():
            yield from _codes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _codes(inner)


def linted(
    briefing: Briefing, sections: Iterable[BriefingSection], *, known: Known
) -> list[Placed]:
    """Return every finding of a briefing, in reading order."""
    found = [Placed(None, "title", one) for one in lint(briefing.title, known=known)]
    for section in sections:
        found += linted_section(section, known=known)
    return found


def linted_section(section: BriefingSection, *, known: Known) -> list[Placed]:
    """Return the findings in one section's own words."""
    return [
        Placed(section, field, finding)
        for field in ("heading", "commentary", "easy_words")
        for finding in lint(getattr(section, field), known=known)
    ]
