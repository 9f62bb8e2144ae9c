"""Blocks of the survey editor: structure and base wording, nothing else."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError

from surveys.drafting.fields import ExtrasBlock, OptionsBlock, StatementsBlock
from surveys.drafting.values import STATEMENTS
from surveys.drafting.widgets import CopiedFieldAdapter
from surveys.enums import QuestionKind
from surveys.logic.keys import GOOD_KEY
from surveys.logic.plain import plain_words
from surveys.ready import packs


class KeyBlock(blocks.RegexBlock):
    """A readable key; proposed when left empty."""

    def __init__(self, **options: object) -> None:
        """Accept small letters, digits, _ and -."""
        super().__init__(
            regex=f"^{GOOD_KEY.pattern}$",
            required=False,
            max_length=40,
            label=_("Key"),
            help_text=_("Leave it empty and we propose one. Fixed once published."),
            error_messages={
                "invalid": _("Use small letters, digits, _ and -, up to 40 of them.")
            },
        )


register(CopiedFieldAdapter(), KeyBlock)


class PlainBlock(blocks.CharBlock):
    """One line of words; what was pasted leaves no markup."""

    def value_from_form(self, value: Any) -> Any:
        """Return the words alone."""
        return plain_words(value) if isinstance(value, str) else value


class PlainTextBlock(blocks.TextBlock):
    """Some lines of words; what was pasted leaves no markup."""

    def value_from_form(self, value: Any) -> Any:
        """Return the words alone."""
        return plain_words(value, lines=True) if isinstance(value, str) else value


class AskedBlock(blocks.StructBlock):
    """What every question holds."""

    prompt = PlainBlock(max_length=300, label=_("Question"))
    help = PlainBlock(
        required=False,
        max_length=300,
        label=_("Hint"),
        help_text=_("A short sentence under the question, if it needs one."),
    )
    key = KeyBlock()

    def __init__(self, kind: str, local_blocks: Any = (), **options: Any) -> None:
        """Offer what a question of `kind` may have besides its words."""
        extras = ("extras", ExtrasBlock(kind, label=_("More about this question")))
        super().__init__([*local_blocks, extras], **options)

    class Meta:
        """The key is tucked away; a closed block shows its question."""

        form_layout = BlockGroup(
            children=["prompt", "help", "extras"], settings=["key"]
        )
        label_format = "{prompt}"


class ChoiceBlock(AskedBlock):
    """A question with options: to choose from, to agree with, to put in order."""

    def __init__(self, kind: str, **options: Any) -> None:
        """Have the options of `kind`."""
        graded = kind in QuestionKind.graded()
        label = _("Words, from least to most") if graded else _("Options")
        super().__init__(
            kind, [("options", OptionsBlock(kind, label=label))], **options
        )

    def clean(self, value: Any) -> Any:
        """Return the value; refuse a limit above the number of options."""
        cleaned = super().clean(value)
        if cleaned["extras"]["most"] > len(cleaned["options"]):
            raise StructBlockValidationError(
                {
                    "extras": ValidationError(
                        gettext("There are fewer options than that.")
                    )
                }
            )
        return cleaned

    class Meta:
        """Options after the question."""

        form_layout = BlockGroup(
            children=["prompt", "help", "options", "extras"], settings=["key"]
        )


class ScaleBlock(AskedBlock):
    """Eleven buttons, 0 to 10, with worded ends."""

    low = PlainBlock(max_length=60, label=_("0 means"))
    high = PlainBlock(max_length=60, label=_("10 means"))

    class Meta:
        """Ends after the question."""

        form_layout = BlockGroup(
            children=["prompt", "help", "low", "high", "extras"], settings=["key"]
        )


class MessageBlock(AskedBlock):
    """A screen that says something and asks nothing."""

    prompt = PlainBlock(max_length=200, label=_("Heading"))
    help = PlainTextBlock(required=False, label=_("Message"))


class SetBlock(blocks.StructBlock):
    """Statements on one scale, written once and shown one a page."""

    prompt = PlainBlock(
        required=False,
        max_length=300,
        label=_("What they are asked of each"),
        help_text=_("Shown under each statement, such as: How much do you agree?"),
    )
    kind = blocks.ChoiceBlock(
        choices=[
            (kind.value, kind.label)
            for kind in (QuestionKind.AGREE, QuestionKind.FACES)
        ],
        default=QuestionKind.AGREE.value,
        label=_("Scale"),
    )
    options = OptionsBlock(
        QuestionKind.AGREE.value, label=_("Words, from least to most")
    )
    statements = StatementsBlock(label=_("Statements"))
    extras = ExtrasBlock(STATEMENTS, label=_("More about these questions"))

    class Meta:
        """A closed block shows what is asked of each."""

        label_format = "{prompt}"


def pack_choices() -> list[tuple[str, str]]:
    """Return the name of each instrument, and how it is offered."""
    return [
        (ready.pack.name, f"{ready.draft.title} · {ready.pack.owner}")
        for ready in packs()
        if ready.pack
    ]


class PackBlock(blocks.StructBlock):
    """An instrument taken whole, its wording fixed by its owner."""

    pack = blocks.ChoiceBlock(
        choices=pack_choices,
        label=_("Instrument"),
        help_text=_("All its questions, word for word; they cannot be changed."),
    )

    class Meta:
        """A closed block shows which one."""

        label_format = "{pack}"


class QuestionsBlock(blocks.StreamBlock):
    """The questions of a survey; block names are QuestionKind's values."""

    single = ChoiceBlock(
        QuestionKind.SINGLE.value, label=_("One choice"), icon="radio-full"
    )
    several = ChoiceBlock(
        QuestionKind.SEVERAL.value, label=_("Several choices"), icon="list-ul"
    )
    picture = ChoiceBlock(
        QuestionKind.PICTURE.value, label=_("Choose a picture"), icon="image"
    )
    faces = ChoiceBlock(
        QuestionKind.FACES.value, label=_("Faces with words"), icon="pick"
    )
    agree = ChoiceBlock(
        QuestionKind.AGREE.value, label=_("How much they agree"), icon="success"
    )
    statements = SetBlock(label=_("Statements on one scale"), icon="table")
    scale = ScaleBlock(QuestionKind.SCALE.value, label=_("0 to 10"), icon="order")
    order = ChoiceBlock(
        QuestionKind.ORDER.value, label=_("Put in order"), icon="list-ol"
    )
    date = AskedBlock(
        QuestionKind.DATE.value, label=_("A year or a month"), icon="calendar-alt"
    )
    short_text = AskedBlock(
        QuestionKind.SHORT_TEXT.value, label=_("A few words"), icon="pilcrow"
    )
    long_text = AskedBlock(
        QuestionKind.LONG_TEXT.value, label=_("In their own words"), icon="edit"
    )
    voice = AskedBlock(QuestionKind.VOICE.value, label=_("Say it aloud"), icon="media")
    drawing = AskedBlock(
        QuestionKind.DRAWING.value, label=_("Draw it"), icon="resubmit"
    )
    pack = PackBlock(label=_("Instrument"), icon="lock")
    message = MessageBlock(
        QuestionKind.MESSAGE.value, label=_("Message"), icon="info-circle"
    )

    def __init__(self, local_blocks: Any = (), **options: Any) -> None:
        """Add the short rest; "break" cannot be a name in Python."""
        rest = MessageBlock(
            QuestionKind.BREAK.value, label=_("A short rest"), icon="time"
        )
        super().__init__(
            [*(local_blocks or ()), (QuestionKind.BREAK.value, rest)], **options
        )
