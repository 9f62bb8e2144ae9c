"""All consultations, by where they are."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.choosing import ConsultationSearch, Stage, key_theme_ids
from cms.models.card import Card, cards_under
from cms.models.consultation_page import ConsultationPage
from cms.models.public_page import PublicPage
from surveys.queries.asked_about import AskedAbout, asked_about

ON_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """One consultation in the list: the part it is in, and what it is about."""

    card: Card
    stage: Stage
    about: AskedAbout


class ConsultationIndexPage(PublicPage, Page):
    """Every consultation with a page, by where it is; searched when there are many."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ("cms.ConsultationPage",)
    max_count_per_parent = 1
    page_description = _(
        "Lists every consultation that has a page. It keeps itself up to date."
    )

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("list of consultations")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a consultation's page at once, as it is: Wagtail asks for it twice."""
        if path_components:
            pages = ConsultationPage.objects.child_of(self)
            page = pages.filter(slug=path_components[0]).first()
            if page is not None:
                return page.route(request, path_components[1:])
        return super().route(request, path_components)

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return a page of what is looked for, in parts; the search where it helps."""
        context = super().get_context(request, *args, **kwargs)
        every = self._every(request)
        search = ConsultationSearch(
            request.GET,
            themes={pk for one in every for pk in key_theme_ids(one.about)},
            bands={key for one in every for key in one.about.age_bands},
        )
        found = [one for one in every if _is_wanted(one, search)]
        context |= {
            "search": search,
            "page_of": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
            "is_long": len(every) > ON_A_PAGE // 2 or search.narrows,
        }
        return context

    def _every(self, request: HttpRequest) -> list[Listed]:
        """Return every consultation that young people may know of, what we owe first."""
        cards = cards_under(self.get_parent(), request)
        about = asked_about(card.standing.consultation.pk for card in cards)
        every = [
            Listed(card, stage, about[card.standing.consultation.pk])
            for card in cards
            if (stage := Stage.of(card.standing.state))
        ]
        order = list(Stage)
        return sorted(every, key=lambda one: order.index(one.stage))


def _is_wanted(one: Listed, search: ConsultationSearch) -> bool:
    """Say whether a consultation is looked for."""
    told, stage = one.card.told, search.chosen("stage")
    return (
        (not stage or one.stage == stage)
        and search.fits(themes=key_theme_ids(one.about), bands=one.about.age_bands)
        and search.finds([told.title, told.asking, told.why, told.asked_who])
    )
