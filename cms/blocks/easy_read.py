"""Easy read: a picture at the start of a line, one short sentence beside it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from cms.blocks.picture import is_first_picture
from cms.blocks.telling import Context
from surveys.drafting.blocks import PlainBlock
from surveys.logic.readability import LONGEST_SENTENCE, long_sentences


class SentenceBlock(PlainBlock):
    """One short sentence, of no more words than Easy Read allows."""

    def clean(self, value: Any) -> Any:
        """Return the sentence; raises ValidationError when it is too long."""
        cleaned = super().clean(value)
        if any(long_sentences(cleaned or "")):
            raise ValidationError(
                gettext(
                    "Easy read has at most %(number)d words in a sentence. Split it."
                )
                % {"number": LONGEST_SENTENCE}
            )
        return cleaned


class RowBlock(blocks.StructBlock):
    """A picture and a sentence."""

    picture = ImageBlock(label=_("Picture"))
    sentence = SentenceBlock(max_length=160, label=_("Short sentence"))


class EasyReadBlock(blocks.StructBlock):
    """Rows of a picture and a short sentence."""

    rows = blocks.ListBlock(RowBlock(), min_num=1, max_num=20, label=_("Rows"))

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the rows, and whether the first picture waits."""
        context = super().get_context(value, parent_context=parent_context)
        context["loading"] = "eager" if is_first_picture(parent_context) else "lazy"
        return context

    class Meta:
        """How it is offered and shown."""

        icon = "list-ul"
        label = _("Easy read")
        template = "cms/blocks/easy_read.html"
