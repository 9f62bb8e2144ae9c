"""What the board read, as everybody may read it."""

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page
from wagtail.search import index

from cms.models.routed_page import RoutedPage
from voice.briefings.models import Briefing
from voice.briefings.queries.public import public_briefings, public_part


class BoardSummaryPage(RoutedPage, Page):
    """The public part of the briefings that somebody said yes to, the newest in full."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
    max_count_per_parent = 1
    page_description = _(
        "Shows the public part of board papers. A worker says yes to each at the desk."
    )
    in_the_foot = True

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("board summary")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return the papers there are, and the public part of the one to read."""
        context = super().get_context(request, *args, **kwargs)
        briefings, language = public_briefings(), self.locale.language_code
        context |= {
            "briefings": [
                {
                    "briefing": one,
                    "url": self.get_url(request)
                    + self.reverse_subpage("paper", args=[one.pk]),
                }
                for one in briefings
            ],
            "read": public_part(_to_read(briefings, language)) if briefings else None,
        }
        return context

    @path("<int:pk>/", name="paper")
    def paper(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the public part of one briefing; raises Http404 where nobody said yes."""
        found = next((one for one in public_briefings() if one.pk == pk), None)
        if found is None:
            raise Http404
        return self.below(
            request,
            path=self.reverse_subpage("paper", args=[pk]),
            title=found.title,
            read=public_part(found),
        )


def _to_read(briefings: list[Briefing], language: str) -> Briefing:
    """Return the newest in `language`; the newest of all where there is none."""
    own = (one for one in briefings if one.language == language)
    return next(own, briefings[0])
