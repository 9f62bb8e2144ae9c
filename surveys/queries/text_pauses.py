"""Reads which surveys take no words for now."""

from surveys.models import TextPause


def text_is_paused(survey_id: int) -> bool:
    """Say whether a survey takes no words for now."""
    return TextPause.objects.filter(survey=survey_id, ended_at=None).exists()


def pauses_now() -> dict[int, TextPause]:
    """Return the pauses that last, by the survey's id."""
    found = TextPause.objects.filter(ended_at=None).select_related("survey", "began_by")
    return {pause.survey_id: pause for pause in found}
