"""For community groups who run sessions with young people."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page
from wagtail.search import index

from cms.blocks.body import BodyField
from cms.models.routed_page import RoutedPage
from surveys.queries.for_groups import surveys_for_groups
from voice.replies.queries import tell_consultation


class CampaignPage(RoutedPage, Page):
    """What a community group needs to run a session: plan, posters, papers."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(
        verbose_name=_("text"),
        blank=True,
        help_text=_("Whom to ask, where to send papers, thanks to those who helped."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]
    parent_page_types = ("cms.HomePage", "cms.StandardPage")
    subpage_types = ()
    page_description = _(
        "For community groups: a session plan, and posters and papers of open surveys."
    )
    in_the_foot = True

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("campaign page for groups")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return what is open now, with what may be taken from it."""
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        context |= {
            "plan_url": self.get_url(request) + self.reverse_subpage("session_plan"),
            "open_now": [
                {
                    "one": one,
                    "told": tell_consultation(
                        one.survey.consultation, language=language
                    ),
                }
                for one in surveys_for_groups(timezone.localdate())
            ],
        }
        return context

    @path("session-plan/", name="session_plan")
    def session_plan(self, request: HttpRequest) -> HttpResponse:
        """Show a plan for a session of an hour, to print."""
        return self.below(
            request,
            path=self.reverse_subpage("session_plan"),
            title=gettext("A session plan"),
            template="cms/session_plan.html",
        )
