"""An ordinary page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.blocks.body import BodyField
from cms.models.public_page import PublicPage


class StandardPage(PublicPage, Page):
    """An ordinary page, built of blocks."""

    body = BodyField(verbose_name=_("text"))

    content_panels = [
        *Page.content_panels,
        FieldPanel("body", heading=_("Blocks of the page")),
    ]
    promote_panels = Page.promote_panels
    parent_page_types = ("cms.HomePage", "cms.StandardPage")
    subpage_types = ("cms.StandardPage",)
