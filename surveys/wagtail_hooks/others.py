"""Where Wagtail would tell of surveys that are somebody else's: closed or sieved."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.permissions import Visitor


# After Wagtail's own, whose place it takes.
@hooks.register("register_bulk_action", order=100)
class DeleteOwnSurveys(DeleteBulkAction):
    """Deletes several surveys at once, of those one runs; others' are not there."""

    models = (Survey,)

    @property
    def mine(self) -> QuerySet[Survey]:
        """Return the surveys one runs."""
        return surveys_run_by(self.request.user)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> list[int]:
        """Return those one runs."""
        return list(self.mine.values_list("pk", flat=True))

    def get_actionable_objects(self) -> tuple[list[Survey], dict[str, list[Survey]]]:
        """Return those that may be deleted, and those that stay; none of others'.

        Raises Http404 when only others' are asked for, as for those that are missing.
        """
        mine = set(self.mine.values_list("pk", flat=True))
        objects, refused = super().get_actionable_objects()
        objects = [one for one in objects if one.pk in mine]
        stay = {
            name: [o for o in some if o.pk in mine] for name, some in refused.items()
        }
        if not objects and not any(stay.values()):
            raise Http404
        return objects, stay


class OwnSurveys:
    """Leaves out of a panel of the dashboard the surveys of others."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return Wagtail's context without them."""
        context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[misc]
        user = parent_context["request"].user
        for name in ("states", "workflow_states"):
            if name in context:
                context[name] = [s for s in context[name] if _is_mine(s, user)]
        return context


class ToModerate(OwnSurveys, WorkflowObjectsToModeratePanel):
    """What waits for one's approval."""


class InModeration(OwnSurveys, UserObjectsInWorkflowModerationPanel):
    """What one sent for approval."""


@hooks.register("construct_homepage_panels")
def sieve_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Put our panels in the place of Wagtail's."""
    ours = {WorkflowObjectsToModeratePanel: ToModerate}
    ours |= {UserObjectsInWorkflowModerationPanel: InModeration}
    panels[:] = [ours.get(type(panel), lambda one=panel: one)() for panel in panels]


def _is_mine(state: Any, user: Visitor) -> bool:
    """Say whether a state of workflow is of no survey, or of one `user` runs."""
    thing = state["obj"] if isinstance(state, dict) else state.content_object
    if not isinstance(thing, Survey):
        return True
    return surveys_run_by(user).filter(pk=thing.pk).exists()
