"""A button, and the words that say why."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks.telling import Context
from surveys.drafting.blocks import PlainBlock, PlainTextBlock


class CallToActBlock(blocks.StructBlock):
    """Words and a button that leads to a page of ours, or elsewhere."""

    title = PlainBlock(max_length=100, label=_("Heading"))
    words = PlainTextBlock(required=False, max_length=300, label=_("Words"))
    button = PlainBlock(max_length=40, label=_("What the button says"))
    page = blocks.PageChooserBlock(required=False, label=_("A page of this site"))
    address = blocks.URLBlock(
        required=False,
        label=_("Or an address elsewhere"),
        help_text=_("It begins with https://"),
    )

    def clean(self, value: Any) -> Any:
        """Return the value; raises unless the button leads to one place, safely."""
        cleaned = super().clean(value)
        address = cleaned.get("address") or ""
        if address and not address.startswith("https://"):
            raise _wrong(gettext("The address begins with https://"))
        if address and cleaned.get("page"):
            raise _wrong(gettext("Choose a page or write an address, not both."))
        if not self.is_deferred_validation and not (address or cleaned.get("page")):
            raise _wrong(gettext("Say where the button leads."))
        return cleaned

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return where the button leads: to a page in the language of this one."""
        context = super().get_context(value, parent_context=parent_context)
        page, address = value.get("page"), value.get("address") or ""
        if page is not None:
            request = (parent_context or {}).get("request")
            context["href"] = page.localized.get_url(request) if page.live else ""
        else:
            context["href"] = address if address.startswith("https://") else ""
        return context

    class Meta:
        """How it is offered and shown."""

        icon = "arrow-right"
        label = _("Call to act")
        template = "cms/blocks/call_to_act.html"


def _wrong(sentence: str) -> StructBlockValidationError:
    """Return what is wrong with where the button leads."""
    return StructBlockValidationError({"address": ValidationError(sentence)})
