"""A set of questions being drafted by a worker; a Wagtail snippet."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from surveys.drafting.blocks import QuestionsBlock
from surveys.enums import Mode


def base_languages() -> list[str]:
    """Return the languages of a new survey."""
    return ["en"]


class Survey(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    models.Model,
):
    """A set of questions being drafted by a worker; publishing makes an Edition."""

    consultation = models.ForeignKey(
        "surveys.Consultation",
        on_delete=models.PROTECT,
        related_name="surveys",
        verbose_name=_("consultation"),
    )
    slug = models.SlugField(_("short name"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    introduction = models.TextField(_("first words"))
    thanks = models.TextField(_("last words"))
    mode = models.CharField(
        _("mode"), max_length=20, choices=Mode, default=Mode.NAME_NOT_ASKED
    )
    age_bands = models.JSONField(_("age bands"), default=list)
    languages = models.JSONField(_("languages"), default=base_languages)
    breakdowns = models.JSONField(
        _("breakdowns"),
        default=list,
        blank=True,
        help_text=_("What results may be broken down by; fixed once published."),
    )
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"))

    revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="survey",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="survey",
        for_concrete_model=False,
    )

    class Meta:
        """By title."""

        ordering = ("title",)
        verbose_name = _("survey")

    def __str__(self) -> str:
        """Return the title."""
        return self.title
