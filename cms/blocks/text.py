"""A passage of text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from cms.cleaning import clean_html

FEATURES = ("h2", "h3", "bold", "ol", "ul", "link")


class TextBlock(blocks.RichTextBlock):
    """Headings, text, links and lists; cleaned wherever it enters or is read."""

    def __init__(self, **options: Any) -> None:
        """Offer what may be kept, and nothing else."""
        super().__init__(features=list(FEATURES), **options)

    def to_python(self, value: Any) -> RichText:
        """Return what is stored, cleaned: a row may be older than a rule."""
        return RichText(clean_html(value or ""))

    def normalize(self, value: Any) -> RichText:
        """Return what a program gives, cleaned."""
        return RichText(
            clean_html(value.source if isinstance(value, RichText) else value or "")
        )

    def value_from_form(self, value: Any) -> RichText:
        """Return what an editor sends, cleaned."""
        return RichText(clean_html(value or ""))

    class Meta:
        """How it is offered and shown."""

        icon = "pilcrow"
        label = _("Text")
        template = "cms/blocks/text.html"
