"""The organisation that runs this house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import Colour


class Council(models.Model):
    """The organisation that runs this house; there is one row."""

    name = models.CharField(_("name"), max_length=200, default="Council")
    is_demonstration = models.BooleanField(
        default=False, editable=False, help_text="Prints “(invented)” on every page."
    )
    colour = models.CharField(
        _("colour"), max_length=10, choices=Colour, default=Colour.TEAL
    )
    contact_email = models.EmailField(_("e-mail address for questions"), blank=True)
    about_readers = models.TextField(
        _("who reads what children write"),
        blank=True,
        help_text=_("A sentence a ten-year-old understands."),
    )

    class Meta:
        """One row."""

        verbose_name = _("council")
        constraints = (
            models.CheckConstraint(
                name="council_has_one_row", condition=models.Q(id=1)
            ),
        )

    def __str__(self) -> str:
        """Return the name, marked when the council is invented."""
        return f"{self.name} (invented)" if self.is_demonstration else self.name
