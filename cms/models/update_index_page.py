"""Improvement updates: the bulletin, by year, and as a feed."""

from datetime import UTC, datetime, time

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page
from wagtail.search import index

from cms.models.routed_page import RoutedPage
from cms.models.update_page import UpdatePage
from voice.council.models import Council

IN_THE_FEED = 20
NEWEST_FIRST = ("-dated", "-first_published_at", "-pk")


class UpdateIndexPage(RoutedPage, Page):
    """The bulletin: improvement updates a year at a time, the newest first."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ("cms.UpdatePage",)
    max_count_per_parent = 1
    page_description = _("Lists news by year, and offers them as a feed.")

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("list of improvement updates")

    def updates(self) -> QuerySet[UpdatePage]:
        """Return the live updates under this page, the newest first."""
        there: QuerySet[UpdatePage] = UpdatePage.objects.child_of(self).live()
        return there.order_by(*NEWEST_FIRST)

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return the updates of the year asked for, or of the newest there is."""
        context = super().get_context(request, *args, **kwargs)
        years = [
            day.year for day in self.updates().order_by().dates("dated", "year", "DESC")
        ]
        wished = request.GET.get("year", "")
        year = next((one for one in years if str(one) == wished), None)
        year = year or next(iter(years), None)
        context |= {
            "years": years,
            "year": year,
            "updates": [
                {"page": one, "url": one.get_url(request)}
                for one in self.updates().filter(dated__year=year)
            ]
            if year
            else [],
            "feed_url": self.get_url(request) + self.reverse_subpage("feed"),
        }
        return context

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest updates as Atom (RFC 4287)."""
        council = Council.objects.first() or Council()
        here = self.get_full_url(request)
        feed = Atom1Feed(
            title=f"{council}: {self.title}",
            link=here,
            description=self.introduction,
            language=self.locale.language_code,
            author_name=str(council),
            feed_url=here + self.reverse_subpage("feed"),
        )
        for one in self.updates()[:IN_THE_FEED]:
            feed.add_item(
                title=one.title,
                link=one.get_full_url(request),
                description=one.summary,
                pubdate=datetime.combine(
                    one.dated, time(), timezone.get_current_timezone()
                ).astimezone(UTC),
                updateddate=one.last_published_at,
            )
        return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
