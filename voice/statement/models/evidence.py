"""What children said that bears on the statement, frozen as it was cited."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.audience import Audience
from voice.frozen_rows import FrozenQuerySet, FrozenRow
from voice.releases.models import Quote, Release
from voice.statement.enums import EvidenceKind, Stance
from voice.statement.models.action import Action
from voice.statement.models.area import Area
from voice.statement.models.evidence_file import EvidenceFile
from voice.statement.models.key_theme import KeyTheme

# What was neither recalled nor set aside of what releases told.
STANDS: dict[str, Any] = {
    "release__isnull": False,
    "release__recall": None,
    "set_aside": None,
}
# Of children themselves: what adults said is never told as theirs.
BY_CHILDREN: dict[str, Any] = {"release__survey__audience": Audience.YOUNG_PEOPLE}


class EvidenceIsFrozen(Exception):
    """Evidence never changes; add another piece instead."""

    def __init__(self) -> None:
        super().__init__("Evidence cannot be changed once it is added.")


class EvidenceQuerySet(FrozenQuerySet["Evidence"]):
    """Evidence in numbers: found and read, never changed."""

    def released(self) -> "EvidenceQuerySet":
        """Return what releases told, whoever said it: figures and words, and no file."""
        return self.filter(release__isnull=False)

    def of_children(self) -> "EvidenceQuerySet":
        """Return what releases told that children said, and nothing of adults."""
        return self.released().filter(**BY_CHILDREN)

    def of_adults(self) -> "EvidenceQuerySet":
        """Return what releases told that families, carers, staff or partners said."""
        return self.released().exclude(**BY_CHILDREN)

    def standing(self) -> "EvidenceQuerySet":
        """Return what children said that counts: not recalled, and not set aside."""
        return self.filter(**STANDS, **BY_CHILDREN)


class Evidence(FrozenRow):
    """A dated link from a theme, result or quote of a release, or a file, to the statement.

    `frozen` holds what is cited as it stood: words, protected figures, question,
    survey, consultation and how many answered; its shape is
    voice.statement.logic.frozen.Frozen. `cites` names it within its release.
    An action's evidence, and an area's, is also its key theme's. A file is kept beside
    what children said: it was signed by nobody, so the board is told nothing of it.
    """

    refusal = EvidenceIsFrozen

    key_theme = models.ForeignKey(
        KeyTheme, on_delete=models.PROTECT, related_name="evidence"
    )
    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence",
        help_text="Empty when it bears on a whole area or key theme.",
    )
    area = models.ForeignKey(
        Area,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence",
        help_text="Only where it bears on a whole area: an action has its own.",
    )
    release = models.ForeignKey(
        Release,
        null=True,
        on_delete=models.PROTECT,
        related_name="evidence",
        help_text="Empty of a file.",
    )
    file = models.OneToOneField(
        EvidenceFile, null=True, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=10, choices=EvidenceKind)
    stance = models.CharField(max_length=20, choices=Stance, default=Stance.SUPPORTS)
    quote = models.ForeignKey(
        Quote, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    cites = models.CharField(
        max_length=150,
        help_text="What it is in the release: “quote:7”, “result:safe/yes”, “theme:Moves”.",
    )
    frozen = models.JSONField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        """Newest first; a quote exactly when the kind says so; nothing cited twice."""

        ordering = ("-added_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="evidence_cites_a_quote_when_it_says_so",
                condition=models.Q(kind=EvidenceKind.QUOTE, quote__isnull=False)
                | (~models.Q(kind=EvidenceKind.QUOTE) & models.Q(quote=None)),
            ),
            models.CheckConstraint(
                name="evidence_is_of_a_release_or_a_file",
                condition=models.Q(
                    kind=EvidenceKind.FILE, file__isnull=False, release=None
                )
                | (
                    ~models.Q(kind=EvidenceKind.FILE)
                    & models.Q(file=None, release__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="evidence_in_one_place",
                condition=models.Q(action=None) | models.Q(area=None),
            ),
            models.UniqueConstraint(
                name="evidence_once_an_action",
                fields=("action", "release", "cites"),
                condition=models.Q(action__isnull=False),
            ),
            models.UniqueConstraint(
                name="evidence_once_a_whole_key_theme",
                fields=("key_theme", "release", "cites"),
                condition=models.Q(action=None, area=None),
            ),
            models.UniqueConstraint(
                name="evidence_once_an_area",
                fields=("area", "release", "cites"),
                condition=models.Q(area__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return the kind and the release it cites."""
        return f"{self.get_kind_display()} from {self.release or self.file}"

    @property
    def is_recalled(self) -> bool:
        """Say whether the release it cites was taken back since."""
        return self.release is not None and self.release.is_recalled

    @property
    def audience(self) -> Audience:
        """Return who said it, as it was frozen; of a file, it says nothing."""
        said = self.frozen["survey"].get("audience", Audience.YOUNG_PEOPLE)
        return Audience(said)

    @property
    def is_set_aside(self) -> bool:
        """Say whether somebody set it aside since."""
        return hasattr(self, "set_aside")

    @property
    def stands(self) -> bool:
        """Say whether it is told and counted: neither recalled nor set aside."""
        return not (self.is_recalled or self.is_set_aside)
