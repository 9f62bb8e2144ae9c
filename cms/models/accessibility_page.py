"""How easy this site is to use for everybody, as the tests measured it."""

from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.measured import measured
from cms.models.public_page import PublicPage

# What tests/accessibility.py calls the ways each page is looked at.
MODES: dict[str, str | Lazy] = {
    "phone": _("on a phone of 360 pixels, in English"),
    "laptop": _("on a laptop, in English"),
    "dark": _("in dark colours"),
    "urdu": _("on a phone, in Urdu, from right to left"),
}


class AccessibilityPage(PublicPage, Page):
    """The accessibility statement; its figures are the test run's own."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ("cms.HomePage",)
    subpage_types = ()
    max_count_per_parent = 1
    page_description = _(
        "The accessibility statement. What was measured comes from the tests."
    )
    in_the_foot = True

    class Meta:
        """Called what an editor calls it."""

        verbose_name = _("accessibility statement")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return what was measured last, and how the pages were looked at, in words."""
        context = super().get_context(request, *args, **kwargs)
        found = measured()
        context["measured"] = found
        context["modes"] = [MODES[key] for key in found.modes] if found else []
        return context
