"""A sentence that young editors agreed for the board."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.council.enums import BASE_LANGUAGE
from voice.frozen_rows import FrozenQuerySet, FrozenRow
from voice.statement.models import KeyTheme
from voice.young_editors.models import EditorsAnswer


class HeadlineIsAgreed(Exception):
    """Its words are theirs: it is replaced by another, never edited."""


class Headline(FrozenRow):
    """A key theme “in our words”: a sentence young editors agreed, who and when.

    Agreed by a group's own yes (`editors_answer`); or, as a worker wrote down, some
    other way, and then `how` says which. The board is told which of both.

    The newest of a key theme counts; one without a sentence says that from then on
    the page opens with a quote again. `wordings` has the sentence by language.
    """

    refusal = HeadlineIsAgreed

    key_theme = models.ForeignKey(
        KeyTheme, on_delete=models.PROTECT, related_name="headlines"
    )
    sentence = models.CharField(_("the sentence, in English"), max_length=200)
    wordings = models.JSONField(default=dict)
    agreed_by = models.CharField(_("who agreed it"), max_length=200)
    agreed_on = models.DateField(_("agreed on"))
    how = models.CharField(
        _("how they agreed, and why not by their own yes"), max_length=300, blank=True
    )
    editors_answer = models.ForeignKey(
        EditorsAnswer, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        """The newest first; a sentence exactly where somebody agreed one."""

        ordering = ("-recorded_at", "-id")
        verbose_name = _("headline")
        constraints = (
            models.CheckConstraint(
                name="headline_says_who_agreed_it",
                condition=models.Q(sentence__gt="", agreed_by__gt="")
                | models.Q(sentence="", agreed_by=""),
            ),
            models.CheckConstraint(
                name="headline_by_their_yes_or_as_a_worker_says",
                condition=models.Q(editors_answer=None) | models.Q(how=""),
            ),
        )

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    @property
    def is_by_their_yes(self) -> bool:
        """Say whether the group itself said yes to these very words."""
        return self.editors_answer_id is not None

    def told(self, language: str) -> tuple[str, str]:
        """Return the sentence in `language`, or the agreed one, and its language."""
        said = self.wordings.get(language)
        return (said, language) if said else (self.sentence, BASE_LANGUAGE)
