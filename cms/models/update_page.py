"""One piece of news about what gets better."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.blocks.body import BodyField
from cms.models.public_page import PublicPage


class UpdatePage(PublicPage, Page):
    """One improvement update: a day, what it says in short, and the whole of it."""

    dated = models.DateField(_("date"), default=timezone.localdate)
    summary = models.TextField(
        _("in short"),
        max_length=300,
        help_text=_("One or two plain sentences. The list and the feed show them."),
    )
    body = BodyField(verbose_name=_("text"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("dated"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("dated"),
    ]
    parent_page_types = ("cms.UpdateIndexPage",)
    subpage_types = ()
    page_description = _("A piece of news: what has got better, and what has not.")

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("improvement update")

    @property
    def introduction(self) -> str:
        """Return what it says in short, as other kinds of page call it."""
        return self.summary
