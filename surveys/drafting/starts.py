"""The options a new question begins with, in the base language."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from surveys.drafting.values import OptionValue, options_of
from surveys.enums import QuestionKind
from voice.council.enums import BASE_LANGUAGE

# All on the positive side: ordinary sad-to-happy faces push children to the top.
FACES = (
    _("A little happy"),
    _("Quite happy"),
    _("Happy"),
    _("Very happy"),
    _("As happy as can be"),
)
AGREES = (
    _("I really don't agree"),
    _("I don't agree"),
    _("In between"),
    _("I agree"),
    _("I really agree"),
)
GRADED = {QuestionKind.FACES.value: FACES, QuestionKind.AGREE.value: AGREES}


def start_options(kind: str) -> list[OptionValue]:
    """Return the options a new question of `kind` begins with; graded ones have words.

    The words are in the base language, whatever language the editor is read in.
    """
    with translation.override(BASE_LANGUAGE):
        return options_of(
            [
                {"key": str(number), "text": str(words)}
                for number, words in enumerate(GRADED.get(kind, ()), start=1)
            ]
            or [{}, {}]
        )
