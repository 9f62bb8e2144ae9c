"""The page of one consultation."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from surveys.models import Consultation


class ConsultationPage(Page):
    """The page of one consultation: what we ask, where it is, what came of it."""

    consultation = models.ForeignKey(
        Consultation,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("consultation"),
    )

    content_panels = [*Page.content_panels, FieldPanel("consultation")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
