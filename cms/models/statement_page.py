"""The Statement of Action as everybody may read it."""

from collections import Counter

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page
from wagtail.search import index

from cms.models.routed_page import RoutedPage
from voice.briefings.queries.headlines import headlines_of
from voice.replies.queries import promises_kept_by
from voice.statement.enums import ActionStatus
from voice.statement.models import KeyTheme
from voice.statement.queries.public import PublicKeyTheme, PublicPlan, public_plan
from voice.themes.queries.wordings import sentences_in


class StatementPage(RoutedPage, Page):
    """The plan that was adopted last, with its progress; plain, and in easy read."""

    introduction = models.TextField(_("introduction"), blank=True)
    what_is_it = models.TextField(
        _("what such a plan is"),
        blank=True,
        help_text=_("In plain words, for somebody who has never heard of it."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("what_is_it"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("what_is_it"),
    ]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
    max_count_per_parent = 1
    page_description = _(
        "Shows the Statement of Action as it was adopted last, and how far it has come."
    )

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("public Statement of Action")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return the plan, what was promised under it, and what young people call it."""
        context = super().get_context(request, *args, **kwargs)
        plan = public_plan()
        context["easy_url"] = self.get_url(request) + self.reverse_subpage("easy_read")
        if plan is not None:
            context |= self._told(plan)
        return context

    def _told(self, plan: PublicPlan) -> dict[str, object]:
        """Return each key theme with its standing, headline and promises."""
        language, today = self.locale.language_code, timezone.localdate()
        actions = [action.id for one in plan.key_themes for action in one.actions]
        promises = promises_kept_by(actions, language=language, on=today)
        headlines = headlines_of(
            KeyTheme.objects.filter(pk__in=[one.id for one in plan.key_themes])
        )
        themes = [one["sentence"] for theme in plan.key_themes for one in theme.said]
        worded = sentences_in(language, filter(None, themes))
        return {
            "plan": plan,
            "today": today,
            "key_themes": [
                {
                    "theme": one,
                    "counts": counts_of(one),
                    "said": [
                        (frozen, worded.get(frozen["sentence"], ""))
                        for frozen in one.said
                    ],
                    "late": sum(action.is_late(today) for action in one.actions),
                    "headline": (
                        headlines[one.id].told(language)
                        if one.id in headlines
                        else None
                    ),
                }
                for one in plan.key_themes
            ],
            "promises": promises,
        }

    @path("easy-read/", name="easy_read")
    def easy_read(self, request: HttpRequest) -> HttpResponse:
        """Show the plan in short sentences with pictures."""
        return self.below(
            request,
            path=self.reverse_subpage("easy_read"),
            title=gettext("Easy read"),
            template="cms/statement_easy_read.html",
        )


def counts_of(key_theme: PublicKeyTheme) -> list[tuple[ActionStatus, int]]:
    """Return how many actions stand how, the worst first; none that were stopped."""
    counted = Counter(
        action.status for action in key_theme.actions if not action.stopped_on
    )
    return [
        (status, counted[status])
        for status in ActionStatus.worst_first()
        if counted[status]
    ]
