"""What is being asked now, and what changed because of you."""

from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.models.consultation_page import ConsultationPage
from cms.models.public_page import PublicPage
from surveys.enums import ConsultationState
from surveys.queries.links import open_links
from voice.replies.enums import ANSWERED, PromiseStanding
from voice.replies.queries import (
    ConsultationTold,
    PromiseTold,
    ReplyTold,
    Standing,
    published_replies,
    standings,
    tell_consultation,
    tell_reply,
)


@dataclass
class Card:
    """One consultation as the home page shows it."""

    url: str
    told: ConsultationTold
    standing: Standing
    token: str = ""
    reply: ReplyTold | None = None

    @property
    def state(self) -> str:
        """Return where the consultation is."""
        return self.standing.state.value

    def kept(self) -> list[PromiseTold]:
        """Return the promises that were kept."""
        promises = self.reply.promises if self.reply else []
        return [said for said in promises if said.standing == PromiseStanding.KEPT]

    def open_promises(self) -> list[PromiseTold]:
        """Return the promises that are not kept, the late ones among them."""
        promises = self.reply.promises if self.reply else []
        return [said for said in promises if said.standing != PromiseStanding.KEPT]


class HomePage(PublicPage, Page):
    """The front door: what is being asked now, what changed, how to get help."""

    welcome = models.CharField(_("welcome"), max_length=200)
    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("welcome"),
        FieldPanel("introduction"),
    ]
    parent_page_types = ("wagtailcore.Page",)
    subpage_types = ("cms.ConsultationPage", "cms.HelpPage", "cms.StandardPage")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return the consultations that have a page here, by where they are."""
        context = super().get_context(request, *args, **kwargs)
        cards = self._cards(request)
        context["asking_now"] = _in_state(cards, ConsultationState.OPEN)
        context["soon"] = _in_state(cards, ConsultationState.SCHEDULED)
        context["reading"] = _in_state(
            cards, ConsultationState.READING, ConsultationState.UNDERSTANDING
        )
        context["overdue"] = _in_state(cards, ConsultationState.OVERDUE)
        context["replied"] = _in_state(cards, *ANSWERED)
        return context

    def _cards(self, request: HttpRequest) -> list[Card]:
        """Return a card for each consultation with a live page under this one."""
        pages = {
            page.consultation_id: page
            for page in ConsultationPage.objects.child_of(self).live()
        }
        today, language = timezone.localdate(), self.locale.language_code
        tokens = open_links(pages)
        replies = {
            reply.consultation_id: tell_reply(reply, language=language, on=today)
            for reply in published_replies().filter(consultation__in=list(pages))
        }
        return [
            Card(
                url=pages[standing.consultation.pk].get_url(request),
                told=tell_consultation(standing.consultation, language=language),
                standing=standing,
                token=tokens.get(standing.consultation.pk, ""),
                reply=replies.get(standing.consultation.pk),
            )
            for standing in standings(today, of=pages)
        ]


def _in_state(cards: list[Card], *states: ConsultationState) -> list[Card]:
    """Return the cards of consultations that are in one of `states`."""
    return [card for card in cards if card.standing.state in states]
