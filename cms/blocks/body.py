"""The body of a page: which blocks there are, and the field that holds them."""

from typing import Any

from django.db.models import Model
from wagtail.blocks import Block
from wagtail.fields import StreamField

from cms.blocks.text import TextBlock

# Each block's name is stored with what it holds: never rename one without a migration.
BODY: list[tuple[str, Block]] = [
    ("text", TextBlock()),
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
