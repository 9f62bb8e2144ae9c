"""The panel that says how far a survey is, and what to do next."""

from typing import Any

from wagtail.admin.panels import Panel

from surveys.queries.checking import findings_of
from surveys.queries.comparing import next_edition
from surveys.queries.editions import current_edition
from surveys.queries.standing import standing_of
from surveys.queries.wordings import versions_of


class ProgressPanel(Panel):
    """Editions so far, what is missing before the next, and the languages."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one survey."""

        template_name = "surveys/progress_panel.html"

        def is_shown(self) -> bool:
            """Show it once there is a survey."""
            return bool(self.instance.pk)

        def get_context_data(
            self, parent_context: dict[str, Any] | None = None
        ) -> dict[str, Any]:
            """Return what the panel tells of the newest saved draft."""
            survey = self.instance
            saved = (
                type(survey).objects.select_related("consultation").get(pk=survey.pk)
            )
            found = findings_of(saved.get_latest_revision_as_object())
            return {
                **super().get_context_data(parent_context),
                "survey": saved,
                "errors": [finding for finding in found if finding.is_error],
                "warnings": [finding for finding in found if not finding.is_error],
                "edition": current_edition(saved),
                "refusal": standing_of(saved).refusal,
                "changes": next_edition(saved),
                "versions": versions_of(saved),
                "page": saved.consultation.pages.first(),
            }
