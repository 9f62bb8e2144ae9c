"""An ordinary page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from cms.cleaning import clean_html
from cms.models.public_page import PublicPage


class StandardPage(PublicPage, Page):
    """An ordinary page of headings, text, links and lists."""

    body = RichTextField(_("text"), features=["h2", "h3", "bold", "ol", "ul", "link"])

    content_panels = [*Page.content_panels, FieldPanel("body")]
    promote_panels = Page.promote_panels
    parent_page_types = ("cms.HomePage", "cms.StandardPage")
    subpage_types = ("cms.StandardPage",)

    @property
    def cleaned_body(self) -> str:
        """Return the text with nothing hostile left in it; drafts in preview too."""
        return clean_html(self.body)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Clean the text before it is stored."""
        self.body = self.cleaned_body
        super().save(*args, **kwargs)
