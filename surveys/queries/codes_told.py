"""What young people are told about who knows them, by the newest edition."""

from surveys.enums import Mode
from surveys.models import Survey


def mode_told(survey: Survey) -> Mode:
    """Return the mode of the newest edition; before the first, the survey's own."""
    modes = survey.editions.order_by("-number").values_list("definition__mode")
    return next((Mode(mode) for (mode,) in modes[:1]), Mode(survey.mode))
