import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def workflow():
    """Return a workflow of one approval, given to surveys."""
    made = Workflow.objects.create(name="Somebody else looks first")
    task = GroupApprovalTask.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=made, task=task, sort_order=0)
    WorkflowContentType.objects.create(
        workflow=made, content_type=ContentType.objects.get_for_model(Survey)
    )
    return made


def test_approved_survey_is_published_as_an_edition(workflow):
    UserFactory(lead=True)
    writer, approver = UserFactory(worker=True), UserFactory(worker=True)
    survey = SurveyFactory()
    survey.save_revision(user=writer)
    state = survey.get_workflow().start(survey, writer)
    assert not survey.editions.exists()
    task_state = state.current_task_state
    task_state.task.specific.on_action(task_state, user=approver, action_name="approve")
    survey.refresh_from_db()
    assert survey.live
    assert survey.editions.get().number == 1
