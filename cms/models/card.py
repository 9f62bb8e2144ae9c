"""One consultation as lists of them show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from cms.models.consultation_page import ConsultationPage
from surveys.queries.links import open_links
from voice.replies.queries import (
    ConsultationTold,
    Standing,
    standings,
    tell_consultation,
)


@dataclass
class Card:
    """One consultation in a list: its page, its words and where it stands."""

    url: str
    told: ConsultationTold
    standing: Standing
    token: str = ""

    @property
    def state(self) -> str:
        """Return where the consultation is."""
        return self.standing.state.value


def pages_under(home: Page) -> dict[int, ConsultationPage]:
    """Return the live pages of consultations under `home`, by consultation (id)."""
    pages = ConsultationPage.objects.descendant_of(home).live()
    return {page.consultation_id: page for page in pages}


def cards_under(
    home: Page,
    request: HttpRequest,
    *,
    pages: Mapping[int, ConsultationPage] | None = None,
) -> list[Card]:
    """Return a card for each consultation with a live page under `home`.

    The newest to open first; four queries, however many there are. `pages` are those of
    `pages_under`, where they were read already.
    """
    if pages is None:
        pages = pages_under(home)
    language, tokens = home.locale.language_code, open_links(pages)
    return [
        Card(
            url=pages[standing.consultation.pk].get_url(request),
            told=tell_consultation(standing.consultation, language=language),
            standing=standing,
            token=tokens.get(standing.consultation.pk, ""),
        )
        for standing in standings(timezone.localdate(), of=pages)
    ]
