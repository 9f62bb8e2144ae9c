"""Blocks of the survey editor: structure and base wording, nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from surveys.logic.keys import GOOD_KEY

# All on the positive side: ordinary sad-to-happy faces push children to the top.
FACES = (
    _("A little happy"),
    _("Quite happy"),
    _("Happy"),
    _("Very happy"),
    _("As happy as can be"),
)


class KeyBlock(blocks.RegexBlock):
    """A readable key; proposed when left empty."""

    def __init__(self, **options: object) -> None:
        """Accept small letters, digits, _ and -."""
        super().__init__(
            regex=f"^{GOOD_KEY.pattern}$",
            required=False,
            max_length=40,
            label=_("key"),
            help_text=_("Leave it empty and we propose one. Fixed once published."),
            error_messages={
                "invalid": _("Use small letters, digits, _ and -, up to 40 of them.")
            },
        )


class OptionBlock(blocks.StructBlock):
    """One option of a choice."""

    text = blocks.CharBlock(max_length=200, label=_("words"))
    key = KeyBlock()

    class Meta:
        """The key is tucked away."""

        form_layout = BlockGroup(children=["text"], settings=["key"])


class AskedBlock(blocks.StructBlock):
    """What every question holds."""

    prompt = blocks.CharBlock(max_length=300, label=_("question"))
    help = blocks.CharBlock(
        required=False,
        max_length=300,
        label=_("hint"),
        help_text=_("A short sentence under the question, if it needs one."),
    )
    key = KeyBlock()

    class Meta:
        """The key is tucked away; a closed block shows its question."""

        form_layout = BlockGroup(children=["prompt", "help"], settings=["key"])
        label_format = "{prompt}"


class ChoiceBlock(AskedBlock):
    """A question with options to choose from."""

    options = blocks.ListBlock(
        OptionBlock(),
        min_num=2,
        max_num=12,
        default=[{"text": "", "key": ""}, {"text": "", "key": ""}],
        label=_("options"),
    )

    class Meta:
        """Options after the question."""

        form_layout = BlockGroup(
            children=["prompt", "help", "options"], settings=["key"]
        )


class FacesBlock(AskedBlock):
    """Five faces, each with a word."""

    options = blocks.ListBlock(
        OptionBlock(),
        min_num=5,
        max_num=5,
        default=[
            {"text": words, "key": str(number)}
            for number, words in enumerate(FACES, start=1)
        ],
        label=_("words under the faces, from least to most"),
    )

    class Meta:
        """Words after the question."""

        form_layout = BlockGroup(
            children=["prompt", "help", "options"], settings=["key"]
        )


class ScaleBlock(AskedBlock):
    """Eleven buttons, 0 to 10, with worded ends."""

    low = blocks.CharBlock(max_length=60, label=_("0 means"))
    high = blocks.CharBlock(max_length=60, label=_("10 means"))

    class Meta:
        """Ends after the question."""

        form_layout = BlockGroup(
            children=["prompt", "help", "low", "high"], settings=["key"]
        )


class MessageBlock(blocks.StructBlock):
    """A screen that says something and asks nothing."""

    prompt = blocks.CharBlock(max_length=200, label=_("heading"))
    help = blocks.TextBlock(required=False, label=_("message"))
    key = KeyBlock()

    class Meta:
        """The key is tucked away; a closed block shows its heading."""

        form_layout = BlockGroup(children=["prompt", "help"], settings=["key"])
        label_format = "{prompt}"


class QuestionsBlock(blocks.StreamBlock):
    """The questions of a survey; block names are QuestionKind's values."""

    single = ChoiceBlock(label=_("One choice"), icon="radio-full")
    several = ChoiceBlock(label=_("Several choices"), icon="list-ul")
    faces = FacesBlock(label=_("Faces with words"), icon="pick")
    scale = ScaleBlock(label=_("0 to 10"), icon="order")
    long_text = AskedBlock(label=_("In their own words"), icon="edit")
    message = MessageBlock(label=_("Message"), icon="info-circle")
