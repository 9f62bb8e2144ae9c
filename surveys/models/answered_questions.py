"""What was answered before young people were asked stays answered."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from surveys.logic.four_questions import emptied


def refuse_emptying(words: Model, *, saved: Model | None) -> None:
    """Raise ValidationError where an answer to one of the four questions is taken away.

    `saved` is what the database holds of something that young people were asked; None
    of anything else. It may be put in other words at any time.
    """
    if saved is None:
        return
    errors = {
        part: _(
            "Young people were told this before they answered. Say it in other words, "
            "but do not leave it empty."
        )
        for part in emptied(saved, words)
    }
    if errors:
        raise ValidationError(errors)
