"""A picture, and what somebody who cannot see it is told."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from cms.blocks.telling import Context
from surveys.drafting.blocks import PlainBlock

HAS_PICTURES = frozenset({"picture", "easy_read"})


def is_first_picture(context: Context) -> bool:
    """Say whether a block is the first with a picture on its page.

    It is fetched at once; all the others wait until somebody scrolls to them.
    """
    child = (context or {}).get("block")
    body = getattr((context or {}).get("page"), "body", None)
    if child is None or body is None:
        return False
    first = next((one for one in body if one.block_type in HAS_PICTURES), None)
    return first is not None and first.id == getattr(child, "id", None)


class PictureBlock(blocks.StructBlock):
    """A picture with words for those who cannot see it, or marked as decoration."""

    picture = ImageBlock(label=_("Picture"))
    caption = PlainBlock(required=False, max_length=200, label=_("Line beneath"))

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the picture, and whether it waits."""
        context = super().get_context(value, parent_context=parent_context)
        context["loading"] = "eager" if is_first_picture(parent_context) else "lazy"
        return context

    class Meta:
        """How it is offered and shown."""

        icon = "image"
        label = _("Picture")
        template = "cms/blocks/picture.html"
