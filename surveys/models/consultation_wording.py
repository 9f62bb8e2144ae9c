"""A consultation in another language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.models.answered_questions import refuse_emptying
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
    how_safe = models.TextField(_("how it is safe"), blank=True)
    left_out = models.TextField(
        _("who might be left out, and what we do about it"), blank=True
    )
    how_to_say = models.TextField(_("how they can say it"), blank=True)
    who_listens = models.TextField(
        _("who will listen, and what they have the power to do"), blank=True
    )
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

    def clean(self) -> None:
        """Raise ValidationError when what young people could read is left empty."""
        super().clean()
        was_asked = ConsultationWording.objects.filter(
            consultation__surveys__editions__isnull=False
        )
        refuse_emptying(self, saved=was_asked.filter(pk=self.pk).first())
