"""Surveys: a snippet with drafts, preview, workflow and a publish that may refuse."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TitleFieldPanel,
)
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.widgets import SlugInput
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
    WorkflowActionView,
)

from surveys.domain.members import begin_membership
from surveys.domain.publishing import CannotPublish
from surveys.domain.wordings import follow_keys
from surveys.drafting.forms import SurveyForm
from surveys.drafting.reading import latest_draft_of
from surveys.models import Edition, Survey
from surveys.permissions import user_can_draft_surveys
from surveys.queries.listing import at_hand
from surveys.queries.members import consultations_of, surveys_run_by
from surveys.wagtail_hooks.editor import EditorPanel
from surveys.wagtail_hooks.progress import ProgressPanel
from voice.audit.domain.record import record
from voice.council.policies import answer_with
from voice.council.viewsets import MayStay, others_are_missing


def was_never_published(survey: Model) -> bool:
    """Say whether a survey has no edition yet."""
    return not Edition.objects.filter(survey=survey.pk).exists()


answer_with(
    Survey, user_can_draft_surveys, may_delete=was_never_published, mine=surveys_run_by
)


class RefusesKindly(CreateEditViewOptionalFeaturesMixin):
    """Saves the draft whatever happens; tells why it could not be published."""

    def run_action_method(self) -> HttpResponse | None:
        """Publish or approve, or keep the draft and say why not."""
        try:
            with transaction.atomic():
                return super().run_action_method()
        except CannotPublish as refusal:
            messages.error(self.request, refusal_message(refusal))
            return redirect(self.get_edit_url())

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form, offering the consultations one works on."""
        form = super().get_form(form_class)
        form.fields["consultation"].queryset = consultations_of(self.request.user)
        return form

    def get_success_url(self) -> str:
        """Stay with the survey: the panel there says what comes next."""
        return self.get_edit_url()


def refusal_message(refusal: CannotPublish) -> str:
    """Return the reasons as a list, every word escaped."""
    reasons = format_html_join("", "<li>{}</li>", ((r,) for r in refusal.reasons))
    return format_html(
        "<p>{}</p><ul>{}</ul>",
        _("Your draft is saved. It cannot be published yet:"),
        reasons,
    )


class SurveyIndexView(IndexView):
    """Lists the surveys one runs."""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer, beside an empty one, those that are ready."""
        ready = HeaderButton(
            _("Begin from one that is ready"),
            url=reverse("surveys:begin"),
            icon_name="list-ul",
        )
        return [*super().header_buttons, ready]


class SurveyCreateView(RefusesKindly, CreateView):
    """Begins a survey."""

    @transaction.atomic
    def save_instance(self) -> Survey:
        """Save the first draft; whoever made it runs it."""
        survey = super().save_instance()
        record("surveys.create_survey", of=survey, by=self.request.user)
        begin_membership(survey, by=self.request.user)
        return survey


class SurveyEditView(RefusesKindly, EditView):
    """Goes on with a survey."""

    @transaction.atomic
    def save_instance(self) -> Survey:
        """Save the draft; wordings follow a question whose key was renamed."""
        before = _keys(Survey.objects.get(pk=self.object.pk))
        survey = super().save_instance()
        after = _keys(survey)
        renamed = {
            key: after[block]
            for block, key in before.items()
            if after.get(block, key) != key
        }
        follow_keys(survey, renamed=renamed, by=self.request.user)
        record("surveys.change_survey", of=survey, by=self.request.user)
        return survey


class SurveyDeleteView(MayStay, DeleteView):
    """Deletes a survey that was never published."""

    @transaction.atomic
    def delete_action(self) -> None:
        """Delete it, and write down who did."""
        record("surveys.delete_survey", of=self.object, by=self.request.user)
        super().delete_action()


class SurveyWorkflowActionView(WorkflowActionView):
    """Approves or sends back from the dashboard."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the step, or say why it would publish what cannot be published."""
        try:
            with transaction.atomic():
                return super().post(*args, **kwargs)
        except CannotPublish as refusal:
            messages.error(self.request, refusal_message(refusal))
            return redirect(self.redirect_url)


def _keys(survey: Survey) -> Mapping[str, str]:
    """Return the newest draft's question keys by block id."""
    return {q.block_id: q.key for q in latest_draft_of(survey).questions}


class SurveyViewSet(SnippetViewSet):
    """Screens of surveys."""

    model = Survey
    icon = "form"
    menu_label = gettext_lazy("Surveys")
    menu_order = 110
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["title", "consultation"]
    search_fields = ["title"]
    index_view_class = SurveyIndexView
    add_view_class = SurveyCreateView
    edit_view_class = SurveyEditView
    delete_view_class = SurveyDeleteView
    workflow_action_view_class = SurveyWorkflowActionView
    edit_handler = ObjectList(
        [
            ProgressPanel(),
            EditorPanel(),
            MultiFieldPanel(
                [
                    FieldPanel("consultation", required_on_save=True),
                    TitleFieldPanel("title", classname="", required_on_save=True),
                    FieldPanel("slug", widget=SlugInput, required_on_save=True),
                    FieldPanel("introduction"),
                    FieldPanel("thanks"),
                    FieldPanel("support"),
                ],
                heading=gettext_lazy("What young people read first and last"),
            ),
            FieldPanel("questions"),
            FieldPanel("rests"),
            FieldPanel("assistant"),
            MultiFieldPanel(
                [
                    FieldPanel("audience"),
                    FieldPanel("asked_who"),
                    FieldPanel("asked"),
                    FieldPanel("age_bands"),
                    FieldPanel("older_too"),
                    FieldPanel("languages"),
                    FieldPanel("expected"),
                ],
                heading=gettext_lazy("Who is asked"),
            ),
            MultiFieldPanel(
                [FieldPanel("mode"), FieldPanel("breakdowns")],
                heading=gettext_lazy("What we promise"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("keep_words_days"),
                    FieldPanel("keep_responses_days"),
                    FieldPanel("keep_contact_days"),
                ],
                heading=gettext_lazy("How long we keep it"),
                help_text=gettext_lazy(
                    "Young people read this before they start. Once published it can "
                    "become shorter, never longer."
                ),
            ),
            PublishingPanel(),
        ],
        base_form_class=SurveyForm,
    )

    def register_chooser_viewset(self) -> None:
        """Have no chooser: nothing chooses a survey, and it would show others'."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Survey]:
        """Return what is listed: the surveys one runs that are not archived."""
        return at_hand(surveys_run_by(request.user))

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return Wagtail's own addresses, those of others' surveys missing."""
        return others_are_missing(self.model, super().get_urlpatterns())
