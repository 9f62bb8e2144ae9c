"""What is being asked now, and what changed because of you."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.models.card import Card, cards_under, pages_under
from cms.models.changed_page import ChangedPage, lately_under
from cms.models.consultation_index_page import ConsultationIndexPage
from cms.models.privacy_page import PrivacyPage
from cms.models.public_page import PublicPage
from surveys.enums import ConsultationState

NEWEST = 3


class HomePage(PublicPage, Page):
    """The front door: what is being asked now, what changed, how to get help."""

    welcome = models.CharField(_("welcome"), max_length=200)
    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("welcome"),
        FieldPanel("introduction"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("welcome"),
        index.SearchField("introduction"),
    ]
    parent_page_types = ("wagtailcore.Page",)
    page_description = _("The front door of the site, one in each language.")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return what is asked, by where it is, and what changed last."""
        context = super().get_context(request, *args, **kwargs)
        pages = pages_under(self)
        cards = cards_under(self, request, pages=pages)
        lists = self._lists(request)
        context |= {
            "asking_now": _in_state(cards, ConsultationState.OPEN),
            "soon": _in_state(cards, ConsultationState.SCHEDULED),
            "reading": _in_state(
                cards, ConsultationState.READING, ConsultationState.UNDERSTANDING
            ),
            "overdue": _in_state(cards, ConsultationState.OVERDUE),
            "replied": lately_under(self, request, newest=NEWEST, pages=pages),
            "index_url": lists.get(ConsultationIndexPage, ""),
            "changed_url": lists.get(ChangedPage, ""),
            "privacy_url": lists.get(PrivacyPage, ""),
        }
        return context

    def _lists(self, request: HttpRequest) -> dict[type[Page], str]:
        """Return the addresses of the live lists, and of privacy, under this page."""
        kinds = (ConsultationIndexPage, ChangedPage, PrivacyPage)
        found = Page.objects.child_of(self).live().type(*kinds)
        return {one.specific_class: one.get_url(request) for one in found}


def _in_state(cards: list[Card], *states: ConsultationState) -> list[Card]:
    """Return the cards of consultations that are in one of `states`."""
    return [card for card in cards if card.standing.state in states]
