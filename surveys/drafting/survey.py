"""A set of questions being drafted by a worker; a Wagtail snippet."""

from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from surveys.at_publish import check_survey, compile_survey
from surveys.audience import Audience
from surveys.drafting.blocks import QuestionsBlock
from surveys.drafting.fixed import moved_sentence, readdressed_sentence
from surveys.drafting.keying import fill_keys
from surveys.drafting.preview import preview_modes, serve_preview
from surveys.enums import Mode
from surveys.logic.definition import KEEP_DAYS
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.models import Revision

    from voice.accounts.models import User

LONGEST_DAYS = 3650


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
    support = models.TextField(
        _("words of support"),
        blank=True,
        max_length=1000,
        help_text=_(
            "Shown after a question marked as sensitive, above the help lines. Left "
            "empty, we use our own."
        ),
    )
    rests = models.BooleanField(
        _("show the short rests"),
        default=True,
        help_text=_("A rest can always be skipped, and is never a reward."),
    )
    assistant = models.BooleanField(
        _("show the guide to younger ones"),
        default=False,
        help_text=_(
            "A drawn bird that says each message to the two younger bands. Never to "
            "older ones."
        ),
    )
    older_too = models.BooleanField(
        _("older bands are also asked what younger ones are asked"), default=False
    )
    expected = models.PositiveIntegerField(
        _("how many answers we expect"),
        null=True,
        blank=True,
        help_text=_(
            "Tells us whether results can be shown, and whether readers have the time."
        ),
    )
    mode = models.CharField(
        _("mode"), max_length=20, choices=Mode, default=Mode.NAME_NOT_ASKED
    )
    audience = models.CharField(
        _("who is asked"),
        max_length=20,
        choices=Audience,
        default=Audience.YOUNG_PEOPLE,
        help_text=_(
            "What each of them says is counted and told apart; fixed once published."
        ),
    )
    asked_who = models.CharField(
        _("who exactly"),
        max_length=200,
        blank=True,
        help_text=_(
            "Of adults, for example: foster carers. Of young people, the consultation "
            "says it."
        ),
    )
    asked = models.PositiveIntegerField(
        _("how many of them could answer"),
        null=True,
        blank=True,
        help_text=_("Of adults. Shown beside every figure of this survey."),
    )
    age_bands = models.JSONField(_("age bands"), default=list)
    languages = models.JSONField(_("languages"), default=base_languages)
    breakdowns = models.JSONField(
        _("breakdowns"),
        default=list,
        blank=True,
        help_text=_("What results may be broken down by; fixed once published."),
    )
    keep_words_days = models.PositiveIntegerField(
        _("words as written, in days after closing"),
        default=KEEP_DAYS["words"],
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)],
        help_text=_(
            "Then what young people wrote, said and drew is destroyed. What a reader "
            "approved stays, without names."
        ),
    )
    keep_responses_days = models.PositiveIntegerField(
        _("answers of each young person, in days after closing"),
        default=KEEP_DAYS["responses"],
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)],
        help_text=_("Then only counts and approved words are left."),
    )
    keep_contact_days = models.PositiveIntegerField(
        _("how to reach somebody who asked us to, in days after closing"),
        default=KEEP_DAYS["contact"],
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)],
        help_text=_("Kept longer only when a concern was referred."),
    )
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"))
    # Wagtail's default is True; only publishing makes a survey live.
    live = models.BooleanField(_("live"), default=False, editable=False)

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with a key on every question and option."""
        fill_keys(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Raise ValidationError when a published survey is put into another consultation.

        How long what young people said is kept is reckoned from its closing day.
        """
        super().clean()
        if self.is_moved:
            raise ValidationError({"consultation": moved_sentence()})
        if self.is_readdressed:
            raise ValidationError({"audience": readdressed_sentence()})

    @property
    def is_moved(self) -> bool:
        """Say whether it was published and is now put into another consultation."""
        if not self.pk:
            return False
        saved = type(self).objects.filter(pk=self.pk, editions__isnull=False)
        return saved.exclude(consultation=self.consultation_id).exists()

    @property
    def is_readdressed(self) -> bool:
        """Say whether it was published and would now ask another audience."""
        if not self.pk:
            return False
        saved = type(self).objects.filter(pk=self.pk, editions__isnull=False)
        return saved.exclude(audience=self.audience).exists()

    @property
    def asks_adults(self) -> bool:
        """Say whether it asks others than young people."""
        return self.audience in Audience.adults()

    @property
    def could_answer(self) -> int:
        """Return how many could answer: of adults its own number, or none said."""
        return (self.asked or 0) if self.asks_adults else self.consultation.asked

    @property
    def asks_whom(self) -> str:
        """Return who is asked, in words: of adults its own, else the consultation's."""
        if self.asks_adults:
            return self.asked_who
        return self.consultation.asked_who

    @property
    def locked_keys(self) -> dict[str, str]:
        """Return the published key of each block id the editor has known."""
        if not self.pk:
            return {}
        known = self.editions.order_by("number").values_list("blocks", flat=True)
        return {block: key for blocks in known for block, key in blocks.items()}

    @property
    def published_kinds(self) -> dict[str, str]:
        """Return the kind of each question key ever published."""
        if not self.pk:
            return {}
        return dict(self.question_rows.values_list("key", "kind"))

    def save_revision(self, *args: Any, **kwargs: Any) -> "Revision":
        """Save a draft, with a key on every question and option."""
        fill_keys(self)
        return super().save_revision(*args, **kwargs)

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Return a preview for each language and age band."""
        return preview_modes(self)

    def serve_preview(self, request: "HttpRequest", mode_name: str) -> "HttpResponse":
        """Return what a young person of one language and age band would read."""
        return serve_preview(self, request, mode_name)

    @transaction.atomic
    def publish(
        self, revision: "Revision", user: "User | None" = None, **options: Any
    ) -> None:
        """Publish `revision` and make its edition, or do neither.

        One publisher at a time: the row is locked first, but not against answers; a
        revision whose time has not come is scheduled. Raises CannotPublish.
        """
        type(self).objects.select_for_update(no_key=True).get(pk=self.pk)
        revision.refresh_from_db()
        meant = revision.as_object()
        if meant.is_moved or meant.is_readdressed:
            # Looked at before the row is changed: afterwards nobody sees it moved.
            check_survey(meant, user)
        super().publish(revision, user=user, **options)
        self.refresh_from_db()
        if self.live_revision_id == revision.pk:
            compile_survey(self, user)
        else:
            check_survey(revision.as_object(), user)

    @transaction.atomic
    def unpublish(self, *args: Any, user: "User | None" = None, **options: Any) -> None:
        """Close the survey to new answers; its editions and answers stay."""
        super().unpublish(*args, user=user, **options)
        record("surveys.unpublish", of=self, by=user)

    @transaction.atomic
    def reopen(self, *, user: "User", has_changes: bool) -> None:
        """Take answers again, to the newest edition; nothing is published by it.

        `has_changes` says whether the draft says otherwise than that edition.
        """
        here = type(self).objects.filter(pk=self.pk)
        here.filter(expire_at__lte=timezone.now()).update(expire_at=None)
        here.update(live=True, expired=False, has_unpublished_changes=has_changes)
        self.refresh_from_db()
        log(instance=self, action="wagtail.publish", user=user)
        record("surveys.reopen", of=self, by=user)
