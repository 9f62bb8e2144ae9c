"""A choice among what may be shown in public; nothing else can be kept."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

# A group's name, and what may be chosen in it: what is kept, and what is read.
Groups = list[tuple[str, list[tuple[str, str]]]]


class ChosenBlock(blocks.ChoiceBlock):
    """One of what `choices` offers at that moment.

    What an editor sends is looked for among the choices again, so a number typed into
    the form leads nowhere; nor does one that was chosen once and taken back since.
    """

    def __init__(
        self,
        choices: Callable[[], Groups] | Sequence[Any] = (),
        *,
        gone: object = "",
        **options: Any,
    ) -> None:
        """Offer `choices`; say `gone` of what is no longer among them."""
        self.gone = gone
        super().__init__(choices=choices, search_index=False, **options)

    def normalize_choice(self, value: Any) -> Any:
        """Return what is kept, as it is: readers of a page never wait for the choices."""
        return str(value) if value else value

    def clean(self, value: Any) -> Any:
        """Return the choice; raises ValidationError with why it cannot be kept."""
        try:
            return super().clean(value)
        except ValidationError:
            if value:
                raise ValidationError(str(self.gone)) from None
            raise
