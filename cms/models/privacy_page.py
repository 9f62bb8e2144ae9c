"""Who keeps what, how long, and what somebody can do about it, by age."""

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.models.public_page import PublicPage
from surveys.queries.longest_kept import longest_kept
from voice.records.queries.facts import own_words


class PrivacyPage(PublicPage, Page):
    """What is kept, who reads it, how long and what one can do: once for each age."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
    max_count_per_parent = 1
    page_description = _(
        "Says what is kept and for how long, in words for each age. The times come "
        "from the surveys, the legal words from the record of processing."
    )
    in_the_foot = True

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("privacy")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return how long anything is kept at most, and the council's own words."""
        context = super().get_context(request, *args, **kwargs)
        context |= {
            "keeps": longest_kept(),
            "basis": own_words(),
            "threshold": settings.DISCLOSURE_THRESHOLD,
        }
        return context
