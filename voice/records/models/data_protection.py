"""What the council itself says about why it may hold what it holds."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DataProtection(models.Model):
    """The council's own words for the record of processing and the assessment; one row."""

    controller = models.TextField(_("controller: name and address"), blank=True)
    officer = models.TextField(_("data protection officer: how to reach"), blank=True)
    registration = models.CharField(
        _("registration with the Information Commissioner"), max_length=50, blank=True
    )
    lawful_basis = models.TextField(
        _("lawful basis"),
        blank=True,
        default="Public task, UK GDPR article 6(1)(e).",
    )
    special_condition = models.TextField(
        _("condition for special category data"),
        blank=True,
        default=(
            "Substantial public interest, article 9(2)(g), with the Data Protection Act "
            "2018, schedule 1, paragraph 18 (safeguarding of children)."
        ),
    )
    recipients = models.TextField(_("who else receives it"), blank=True)
    host = models.TextField(_("who runs the machine, and where"), blank=True)
    necessity = models.TextField(
        _("why it is needed, and no less would do"), blank=True
    )
    consulted = models.TextField(
        _("whom we asked, young people among them"), blank=True
    )
    left_over = models.TextField(
        _("risks that are left, and who accepts them"), blank=True
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """One row."""

        verbose_name_plural = "data protection"
        constraints = (
            models.CheckConstraint(
                name="data_protection_has_one_row", condition=models.Q(id=1)
            ),
        )

    def __str__(self) -> str:
        """Return what it is."""
        return "data protection"
