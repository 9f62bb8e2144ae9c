"""The body of a page: which blocks there are, and the field that holds them."""

from typing import Any

from django.db.models import Model
from wagtail.blocks import Block
from wagtail.fields import StreamField

from cms.blocks.call_to_act import CallToActBlock
from cms.blocks.contact import ContactBlock
from cms.blocks.easy_read import EasyReadBlock
from cms.blocks.figure import FigureBlock
from cms.blocks.picture import PictureBlock
from cms.blocks.promise import PromiseBlock
from cms.blocks.quote import QuoteBlock
from cms.blocks.steps import StepsBlock
from cms.blocks.survey import SurveyBlock
from cms.blocks.text import TextBlock
from cms.blocks.video import VideoBlock

# Each block's name is stored with what it holds: never rename one without a migration.
BODY: list[tuple[str, Block]] = [
    ("text", TextBlock()),
    ("picture", PictureBlock()),
    ("easy_read", EasyReadBlock()),
    ("quote", QuoteBlock()),
    ("figure", FigureBlock()),
    ("promise", PromiseBlock()),
    ("survey", SurveyBlock()),
    ("call_to_act", CallToActBlock()),
    ("steps", StepsBlock()),
    ("video", VideoBlock()),
    ("contact", ContactBlock()),
]


class BodyField(StreamField):
    """A page's body, made of every block there is.

    Its migrations do not list the blocks: they are the same for each kind of page,
    and a new one changes no table.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Hold BODY, whatever a migration once listed."""
        options.pop("block_lookup", None)
        super().__init__(
            BODY, *[arg for arg in args if not isinstance(arg, list)], **options
        )

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the field without its blocks."""
        name, path, _args, options = super().deconstruct()
        options.pop("block_lookup")
        return name, path, [], options

    def pre_save(self, model_instance: Model, add: bool) -> Any:  # noqa: FBT001 - Django's own
        """Return the body with every block read, and so cleaned, before it is stored."""
        value = super().pre_save(model_instance, add)
        list(value)
        return value
