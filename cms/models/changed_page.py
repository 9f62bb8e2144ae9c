"""What changed because of young people."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.choosing import ByThemeAndAge
from cms.models.card import pages_under
from cms.models.consultation_page import ConsultationPage
from cms.models.public_page import PublicPage
from voice.replies.queries import Changed, changed_lately, standings_of, what_changed

ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class ChangedHere:
    """One published reply, and the address of the page that has the whole of it."""

    url: str
    changed: Changed


def changed_under(home: Page, request: HttpRequest) -> list[ChangedHere]:
    """Return the published replies with a live page under `home`, the newest first."""
    pages = pages_under(home)
    found = what_changed(
        language=home.locale.language_code,
        on=timezone.localdate(),
        consultations=pages,
    )
    return _placed(found, pages, request)


def lately_under(
    home: Page,
    request: HttpRequest,
    *,
    newest: int,
    pages: Mapping[int, ConsultationPage],
) -> list[ChangedHere]:
    """Return the `newest` so many of them, without what they are about."""
    found = changed_lately(
        language=home.locale.language_code,
        on=timezone.localdate(),
        consultations=pages,
        newest=newest,
    )
    return _placed(found, pages, request)


def _placed(
    found: Iterable[Changed],
    pages: Mapping[int, ConsultationPage],
    request: HttpRequest,
) -> list[ChangedHere]:
    """Return each with the address of its page."""
    return [
        ChangedHere(pages[one.reply.consultation_id].get_url(request), one)
        for one in found
    ]


class ChangedPage(PublicPage, Page):
    """Every published reply and promise, by theme and by age; the proudest page."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
    max_count_per_parent = 1
    page_description = _(
        "Shows every published reply and its promises. It keeps itself up to date."
    )

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("what changed because of you")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return a page of the replies looked for, and how all their promises stand."""
        context = super().get_context(request, *args, **kwargs)
        every = changed_under(self.get_parent(), request)
        search = ByThemeAndAge(
            request.GET,
            themes=Counter(pk for one in every for pk in one.changed.key_themes),
            bands=Counter(key for one in every for key in one.changed.age_bands),
        )
        found = [
            one
            for one in every
            if search.fits(themes=one.changed.key_themes, bands=one.changed.age_bands)
        ]
        context |= {
            "search": search,
            "is_empty": not every,
            "standings": standings_of(one.changed for one in found),
            "disputed": sum(
                bool(said.verdict and said.verdict.disagrees)
                for one in found
                for said in one.changed.told.promises
            ),
            "page_of": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        }
        return context
