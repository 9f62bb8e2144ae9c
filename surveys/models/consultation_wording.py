"""A consultation in another language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.models.consultation import Consultation


class ConsultationWording(models.Model):
    """One consultation's words in a language other than the base one."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="wordings"
    )
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("title"), max_length=200)
    asking = models.TextField(_("what we want to know"))
    why = models.TextField(_("why we ask"))
    can_change = models.TextField(_("what it can change"))
    cannot_change = models.TextField(_("what it cannot change"))
    decision_maker = models.CharField(_("who decides"), max_length=200)
    who_reads = models.TextField(_("who reads what is written"))
    asked_who = models.CharField(_("who is asked"), max_length=200)
    missing = models.CharField(_("who is missing"), max_length=200, blank=True)

    class Meta:
        """One a language."""

        verbose_name = _("consultation wording")
        constraints = (
            models.UniqueConstraint(
                name="consultation_wording_one_a_language",
                fields=("consultation", "language"),
            ),
        )

    def __str__(self) -> str:
        """Return the title."""
        return self.title
