"""The panel that says how far a survey is, and what to do next."""

from typing import Any

from wagtail.admin.panels import Panel

from surveys.domain.refusals import reasons_against
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
            return {
                **super().get_context_data(parent_context),
                "survey": saved,
                "reasons": reasons_against(saved.get_latest_revision_as_object()),
                "edition": current_edition(saved),
                "refusal": standing_of(saved).refusal,
                "changes": next_edition(saved),
                "versions": versions_of(saved),
                "page": saved.consultation.pages.first(),
            }
