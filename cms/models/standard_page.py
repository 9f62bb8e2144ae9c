"""An ordinary page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class StandardPage(Page):
    """An ordinary page of headings, text, links and lists."""

    body = RichTextField(_("text"), features=["h2", "h3", "bold", "ol", "ul", "link"])

    content_panels = [*Page.content_panels, FieldPanel("body")]
    subpage_types = ("cms.StandardPage",)
