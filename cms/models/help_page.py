"""Who to turn to now."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.models.public_page import PublicPage


class HelpPage(PublicPage, Page):
    """Who to turn to now; the help lines come from the council's settings."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    in_the_corner = True
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
