"""Steps, one after the other."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.text import TextBlock
from surveys.drafting.blocks import PlainBlock


class StepBlock(blocks.StructBlock):
    """What happens in one step."""

    title = PlainBlock(max_length=120, label=_("In a few words"))
    text = TextBlock(
        required=False, features=("bold", "ul", "link"), label=_("More about it")
    )


class StepsBlock(blocks.StructBlock):
    """Steps in their order; their numbers are the list's own."""

    steps = blocks.ListBlock(StepBlock(), min_num=2, max_num=12, label=_("Steps"))

    class Meta:
        """How they are offered and shown."""

        icon = "list-ol"
        label = _("Steps")
        template = "cms/blocks/steps.html"
