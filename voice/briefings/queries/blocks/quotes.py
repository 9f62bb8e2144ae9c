"""What young people wrote, word for word, as it was released."""

from collections.abc import Iterable

from surveys.audience_words import said_by
from voice.briefings.logic.paper import Block
from voice.briefings.logic.paper import Quote as QuoteBlock
from voice.briefings.models import BriefingSection
from voice.briefings.queries.composing import Composing
from voice.releases.models import Quote, Release
from voice.releases.queries import quotes_of

QUOTES_ON_A_PAGE = 4


def quotes_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return the quotes chosen, or the first few."""
    release = section.release
    if release is None:
        return []
    source = composing.source(release)
    return [quote_block(quote, release, source) for quote in quotes_chosen(section)]


def quotes_chosen(section: BriefingSection) -> list[Quote]:
    """Return the release's quotes that the section tells."""
    if section.release is None:
        return []
    quotes = quotes_of(section.release)
    if not section.parts:
        return quotes[:QUOTES_ON_A_PAGE]
    return [quote for quote in quotes if str(quote.pk) in section.parts]


def quote_block(quote: Quote, release: Release, source: int) -> QuoteBlock:
    """Return one quote as it travelled in its release."""
    block: QuoteBlock = {
        "kind": "quote",
        "words": quote.text,
        "language": quote.language,
        "translation": quote.translation,
        "source": source,
    }
    asked = prompt_of(release.tables["open_questions"], quote.question_key)
    about = [asked, said_by(quote.audience)]
    if any(about):
        block["about"] = " · ".join(part for part in about if part)
    return block


def prompt_of(questions: Iterable[dict[str, str]], key: str) -> str:
    """Return what was asked, or nothing."""
    return next((one["prompt"] for one in questions if one["key"] == key), "")
