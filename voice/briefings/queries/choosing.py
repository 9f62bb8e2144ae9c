"""What a section may be made from, and which parts of it may be told."""

from voice.briefings.enums import SectionKind
from voice.briefings.models import Briefing, BriefingSection
from voice.briefings.queries.blocks.quotes import QUOTES_ON_A_PAGE
from voice.briefings.queries.blocks.results import parts_of
from voice.releases.models import Release
from voice.releases.queries import issued_releases, quotes_of
from voice.statement.models import KeyTheme


def key_themes_to_choose(briefing: Briefing) -> list[KeyTheme]:
    """Return the key themes of the statement a briefing is about; one query."""
    if briefing.statement is None:
        return []
    return list(briefing.statement.key_themes.order_by("number"))


def releases_to_choose() -> list[Release]:
    """Return every release that stands, the newest first, each one checked."""
    return issued_releases()


def parts_to_choose(
    section: BriefingSection,
) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what of a section's release may be told, and which parts are told unasked."""
    release = section.release
    if release is None or section.kind not in SectionKind.with_parts():
        return [], []
    if section.kind == SectionKind.QUOTES:
        quotes = [(str(quote.pk), quote.text) for quote in quotes_of(release)]
        return quotes, [key for key, _words in quotes[:QUOTES_ON_A_PAGE]]
    parts = parts_of(release)
    return (
        [(part.key, part.title) for part in parts],
        [part.key for part in parts if part.usual],
    )
