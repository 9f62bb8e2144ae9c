"""Choosing the sections of a briefing, ordering them, and writing in them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.briefings.domain.briefings import held_draft
from voice.briefings.enums import SectionKind
from voice.briefings.models import Briefing, BriefingSection
from voice.releases.models import Release
from voice.statement.models import KeyTheme


class Chosen(NamedTuple):
    """What a section is to be made from."""

    kind: SectionKind
    key_theme: KeyTheme | None = None
    release: Release | None = None


@transaction.atomic
def add_sections(
    briefing: Briefing, *, chosen: Iterable[Chosen], by: User
) -> list[BriefingSection]:
    """Add sections at the end, in the order they come."""
    held = held_draft(briefing)
    last = held.sections.order_by("position").last()
    first = last.position + 1 if last else 1
    sections = [
        BriefingSection.objects.create(
            briefing=held,
            position=position,
            kind=one.kind,
            key_theme=one.key_theme,
            release=one.release,
            written_by=by,
        )
        for position, one in enumerate(chosen, start=first)
    ]
    _wrote(held, by)
    for section in sections:
        record(
            "briefings.add_section",
            of=section,
            by=by,
            briefing=held.pk,
            kind=section.kind,
            release=section.release_id,
        )
    return sections


@transaction.atomic
def write_section(
    section: BriefingSection,
    *,
    by: User,
    heading: str = "",
    commentary: str = "",
    parts: Iterable[str] = (),
    easy_words: str = "",
    easy_picture: str = "",
) -> BriefingSection:
    """Write in a section, in place of what was there; its words are its writer's own."""
    held = held_draft(section.briefing)
    section.heading = heading.strip()
    section.commentary = commentary.strip()
    section.parts = list(parts)
    section.easy_words = easy_words.strip()
    section.easy_picture = easy_picture if section.easy_words else ""
    section.written_by = by
    section.save()
    _wrote(held, by)
    record("briefings.write_section", of=section, by=by, briefing=held.pk)
    return section


@transaction.atomic
def move_section(section: BriefingSection, *, up: bool, by: User) -> None:
    """Change places with the section before, or after; at an end nothing changes."""
    held = held_draft(section.briefing)
    order = list(held.sections.all())
    at = order.index(section)
    to = at - 1 if up else at + 1
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
        _number(order)
        _wrote(held, by)
        record("briefings.move_section", of=section, by=by, to=to + 1)


@transaction.atomic
def remove_section(section: BriefingSection, *, by: User) -> None:
    """Take a section out, with what was written in it."""
    held = held_draft(section.briefing)
    record(
        "briefings.remove_section",
        of=section,
        by=by,
        briefing=held.pk,
        kind=section.kind,
    )
    section.delete()
    _number(list(held.sections.all()))
    _wrote(held, by)


def _number(sections: list[BriefingSection]) -> None:
    """Number sections from 1 in the order given."""
    for position, section in enumerate(sections, start=1):
        if section.position != position:
            section.position = position
            section.save(update_fields=["position"])


def _wrote(briefing: Briefing, by: User) -> None:
    """Remember who wrote: they do not approve it."""
    briefing.writers.add(by)
