"""A passage of text."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from cms.cleaning import clean_html

ENDS_A_LINE = re.compile(r"</(?:p|h\d|li)>|<br */?>")
FEATURES = ("h2", "h3", "bold", "ol", "ul", "link")


class TextBlock(blocks.RichTextBlock):
    """Headings, text, links and lists; cleaned wherever it enters or is read."""

    def __init__(self, *, features: Sequence[str] = FEATURES, **options: Any) -> None:
        """Offer what may be kept, and nothing else."""
        super().__init__(features=list(features), **options)

    def to_python(self, value: Any) -> RichText:
        """Return what is stored, cleaned: a row may be older than a rule."""
        return RichText(_cleaned(value or ""))

    def normalize(self, value: Any) -> RichText:
        """Return what a program gives, cleaned."""
        return RichText(
            _cleaned(value.source if isinstance(value, RichText) else value or "")
        )

    def value_from_form(self, value: Any) -> RichText:
        """Return what an editor sends, cleaned."""
        return RichText(_cleaned(value or ""))

    def get_searchable_content(self, value: RichText) -> list[str]:
        """Return the words alone, a line for each heading, passage and point."""
        lines = unescape(strip_tags(ENDS_A_LINE.sub("\n", value.source)))
        return [lines.strip()]

    class Meta:
        """How it is offered and shown."""

        icon = "pilcrow"
        label = _("Text")
        template = "cms/blocks/text.html"


def _cleaned(html: str) -> str:
    """Return `html` cleaned; of passages without a word, nothing."""
    cleaned = clean_html(html)
    return cleaned if strip_tags(cleaned).strip() else ""
