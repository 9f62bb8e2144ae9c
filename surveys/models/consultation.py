"""What we ask, why, what it can change, who decides, and when we reply."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import Colour


class Consultation(models.Model):
    """What we ask young people, why, what it can change, who decides, when we reply."""

    slug = models.SlugField(_("short name"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    asking = models.TextField(_("what we want to know"))
    why = models.TextField(_("why we ask"))
    can_change = models.TextField(_("what it can change"))
    cannot_change = models.TextField(_("what it cannot change"))
    decision_maker = models.CharField(
        _("who decides"), max_length=200, help_text=_("A job title, never a name.")
    )
    who_reads = models.TextField(_("who reads what is written"))
    asked_who = models.CharField(
        _("who is asked"), max_length=200, help_text=_("For example: 8 to 17 in care.")
    )
    asked = models.PositiveIntegerField(
        _("how many could answer"),
        help_text=_("Shown beside every figure."),
    )
    missing = models.CharField(
        _("who is missing"),
        max_length=200,
        blank=True,
        help_text=_("Who has hardly been heard, in words."),
    )
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"))
    reply_due_on = models.DateField(_("we reply by"))
    colour = models.CharField(
        _("colour"), max_length=10, choices=Colour, default=Colour.TEAL
    )

    class Meta:
        """Newest first; dates in order."""

        ordering = ("-opens_on", "title")
        verbose_name = _("consultation")
        constraints = (
            models.CheckConstraint(
                name="consultation_closes_after_it_opens",
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                violation_error_message=_("It must close after it opens."),
            ),
            models.CheckConstraint(
                name="consultation_replies_after_it_closes",
                condition=models.Q(reply_due_on__gt=models.F("closes_on")),
                violation_error_message=_("The reply date must be after it closes."),
            ),
        )

    def __str__(self) -> str:
        """Return the title."""
        return self.title
