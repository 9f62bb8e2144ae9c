"""One paper that was filled in, and keyed."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from surveys.models.response import Response
from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose


class PaperSheet(models.Model):
    """One paper that was keyed; of a sample, keyed twice and compared.

    `number` is written on the paper, so that it can be found again. What the second
    person keyed is sealed like the words it may hold, until the differences are
    settled; then it is gone.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="paper_sheets"
    )
    number = models.PositiveIntegerField()
    response = models.OneToOneField(
        Response, on_delete=models.CASCADE, related_name="paper_sheet"
    )
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    keyed_on = models.DateField(default=timezone.localdate, editable=False)
    is_sample = models.BooleanField(help_text="Drawn to be keyed twice.")
    sealed_second = models.BinaryField(null=True)
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    second_on = models.DateField(null=True)
    asked = models.PositiveSmallIntegerField(
        null=True, help_text="How many questions were compared."
    )
    differed = models.PositiveSmallIntegerField(
        null=True, help_text="In how many of them the two were different."
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_on = models.DateField(null=True)

    class Meta:
        """Newest first; keyed again whole or not, and settled after."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="paper_sheet_number_once_a_survey", fields=("survey", "number")
            ),
            models.CheckConstraint(
                name="paper_sheet_second_whole_or_not",
                condition=Q(second_by=None, second_on=None, asked=None, differed=None)
                | Q(
                    second_by__isnull=False,
                    second_on__isnull=False,
                    asked__isnull=False,
                    differed__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="paper_sheet_settled_after_second",
                condition=Q(settled_by=None, settled_on=None)
                | Q(
                    settled_by__isnull=False,
                    settled_on__isnull=False,
                    second_by__isnull=False,
                    sealed_second=None,
                ),
            ),
        )

    def __str__(self) -> str:
        """Return its number."""
        return str(self.number)

    def place(self) -> str:
        """Return what the second keying is bound to: this row and column."""
        return f"paper_sheet/{self.pk}/second"

    def write_second(self, keyed: dict[str, Any]) -> None:
        """Seal what the second person keyed; save afterwards."""
        self.sealed_second = seal_text(
            json.dumps(keyed),
            owner=survey_owner(self.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )

    def read_second(self) -> dict[str, Any]:
        """Return what the second person keyed; raises KeyDestroyed after retention."""
        if self.sealed_second is None:
            return {}
        keyed: dict[str, Any] = json.loads(
            open_text(
                self.sealed_second,
                owner=survey_owner(self.survey_id),
                purpose=KeyPurpose.RAW,
                bound_to=self.place(),
            )
        )
        return keyed
