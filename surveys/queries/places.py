"""Where in the editor each thing of a survey is mended."""

from functools import cached_property

from django.urls import reverse

from surveys.drafting.reading import blocks_of
from surveys.models import Survey

EVERY_BAND = "any"


class Places:
    """The addresses at which one survey's parts are written."""

    def __init__(self, survey: Survey) -> None:
        """Remember the survey, as it stands."""
        self.survey = survey

    def editor(self) -> str:
        """Return the editor's address; nothing of a survey not saved yet."""
        if not self.survey.pk:
            return ""
        return reverse("wagtailsnippets_surveys_survey:edit", args=[self.survey.pk])

    def question(self, key: str) -> str:
        """Return where a question is written; the whole survey's words at the top."""
        return self._at(self._blocks.get(key, ""))

    def block(self, number: int) -> str:
        """Return where the block of that place in the survey is written."""
        return self._at(self.survey.questions[number].id or "")

    def wordings(self, language: str) -> str:
        """Return where the words of a language are written."""
        if not self.survey.pk:
            return ""
        return reverse("survey_wordings", args=[self.survey.pk, language, EVERY_BAND])

    @cached_property
    def _blocks(self) -> dict[str, str]:
        """Return the block of each question's key."""
        return blocks_of(self.survey)

    def _at(self, block_id: str) -> str:
        """Return the editor's address at one block (Wagtail's own id of its section)."""
        return (
            f"{self.editor()}#block-{block_id}-section" if block_id else self.editor()
        )
