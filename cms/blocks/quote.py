"""A young person's words, as two people signed them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.chosen import ChosenBlock
from cms.blocks.released import quote_told, quotes_to_choose
from cms.blocks.telling import Context

GONE = _(
    "This quote may not be shown: it was never released, or was taken back since. "
    "Choose another, or remove the block."
)


class QuoteBlock(blocks.StructBlock):
    """A quote of a release; nothing, once it was taken back."""

    quote = ChosenBlock(
        quotes_to_choose,
        gone=GONE,
        label=_("Quote"),
        help_text=_("Only words that two people signed for everybody to read."),
    )

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the quote as it may be shown now; None when it may not."""
        context = super().get_context(value, parent_context=parent_context)
        context["quote"] = quote_told(str(value.get("quote") or ""))
        return context

    @staticmethod
    def is_gone(value: Any) -> bool:
        """Say whether what was chosen may not be shown any more."""
        chosen = str(value.get("quote") or "")
        return bool(chosen) and quote_told(chosen) is None

    class Meta:
        """How it is offered and shown."""

        icon = "openquote"
        label = _("Quote of a young person")
        template = "cms/blocks/quote.html"
