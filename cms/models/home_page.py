"""What is being asked now, and what changed because of you."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class HomePage(Page):
    """The front door: what is being asked now, what changed, how to get help."""

    welcome = models.CharField(_("welcome"), max_length=200)
    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("welcome"),
        FieldPanel("introduction"),
    ]
    max_count_per_parent = 1
    subpage_types = ("cms.ConsultationPage", "cms.HelpPage", "cms.StandardPage")
