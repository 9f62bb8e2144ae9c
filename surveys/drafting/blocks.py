"""Blocks of the survey editor: structure and base wording, nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class OptionBlock(blocks.StructBlock):
    """One option of a choice."""

    key = blocks.CharBlock(required=False, max_length=40, label=_("key"))
    text = blocks.CharBlock(max_length=200, label=_("words"))


class AskedBlock(blocks.StructBlock):
    """What every question holds."""

    key = blocks.CharBlock(
        required=False,
        max_length=40,
        label=_("key"),
        help_text=_("Proposed from the question; fixed once published."),
    )
    prompt = blocks.CharBlock(max_length=300, label=_("question"))
    help = blocks.CharBlock(required=False, max_length=300, label=_("hint"))


class ChoiceBlock(AskedBlock):
    """A question with options to choose from."""

    options = blocks.ListBlock(OptionBlock(), min_num=2, max_num=12, label=_("options"))


class FacesBlock(AskedBlock):
    """Five faces, each with a word."""

    options = blocks.ListBlock(OptionBlock(), min_num=5, max_num=5, label=_("words"))


class ScaleBlock(AskedBlock):
    """Eleven buttons, 0 to 10, with worded ends."""

    low = blocks.CharBlock(max_length=60, label=_("0 means"))
    high = blocks.CharBlock(max_length=60, label=_("10 means"))


class MessageBlock(blocks.StructBlock):
    """A screen that says something and asks nothing."""

    key = blocks.CharBlock(required=False, max_length=40, label=_("key"))
    prompt = blocks.CharBlock(max_length=200, label=_("heading"))
    help = blocks.TextBlock(required=False, label=_("message"))


class QuestionsBlock(blocks.StreamBlock):
    """The questions of a survey; block names are QuestionKind's values."""

    single = ChoiceBlock(label=_("One choice"), icon="radio-full")
    several = ChoiceBlock(label=_("Several choices"), icon="list-ul")
    faces = FacesBlock(label=_("Faces with words"), icon="pick")
    scale = ScaleBlock(label=_("0 to 10"), icon="order")
    long_text = AskedBlock(label=_("In their own words"), icon="edit")
    message = MessageBlock(label=_("Message"), icon="info-circle")
