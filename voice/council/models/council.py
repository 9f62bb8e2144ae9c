"""The organisation that runs this house."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import Colour
from voice.council.logic.colours import HOUSES, shades_of
from voice.council.own_colour import can_be_seen

AT_LEAST_ONE = (MinValueValidator(1),)
A_SHARE = (MinValueValidator(1), MaxValueValidator(100))


class Council(models.Model):
    """The organisation that runs this house; there is one row."""

    name = models.CharField(_("name"), max_length=200, default="Council")
    is_demonstration = models.BooleanField(
        default=False, editable=False, help_text="Prints “(invented)” on every page."
    )
    colour = models.CharField(
        _("colour"), max_length=10, choices=Colour, default=Colour.TEAL
    )
    own_colour = models.CharField(
        _("the council's own colour"),
        max_length=7,
        blank=True,
        validators=(can_be_seen,),
        help_text=_(
            "Instead of one of ours, on the public site: a hash and six digits, as in "
            "#0a6a63. It is measured on paper and on white when you save."
        ),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Stands beside the name at the top of the public site."),
    )
    logo_words = models.CharField(
        _("the logo in words"),
        max_length=100,
        blank=True,
        help_text=_(
            "For those who do not see it, for example: Two hills and a river. Needed "
            "with a logo."
        ),
    )
    contact_email = models.EmailField(_("e-mail address for questions"), blank=True)
    about_readers = models.TextField(
        _("who reads what children write"),
        blank=True,
        help_text=_("A sentence a ten-year-old understands."),
    )
    # Judged; no standard was found (PRACTICE.md, Safety). Hours and days are of duty.
    duty_manager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("duty manager"),
        help_text=_("Who is told last, when nobody else has acted."),
    )
    next_person_after = models.PositiveSmallIntegerField(
        _("minutes until the next person is told"),
        default=30,
        validators=AT_LEAST_ONE,
    )
    manager_after = models.PositiveSmallIntegerField(
        _("minutes until the manager is told"), default=60, validators=AT_LEAST_ONE
    )
    worry_hours = models.PositiveSmallIntegerField(
        _("duty hours until a possible worry must be read"),
        default=4,
        validators=AT_LEAST_ONE,
    )
    comment_days = models.PositiveSmallIntegerField(
        _("working days until every comment must be read"),
        default=2,
        validators=AT_LEAST_ONE,
    )
    closing_days = models.PositiveSmallIntegerField(
        _("working days of unread comments after which text questions close"),
        default=4,
        validators=AT_LEAST_ONE,
    )
    concern_days = models.PositiveSmallIntegerField(
        _("working days until a concern must be decided"),
        default=1,
        validators=AT_LEAST_ONE,
    )

    # Judged too: what a survey is reckoned with before it is published.
    answering_share = models.PositiveSmallIntegerField(
        _("of a hundred who are asked, how many answer"),
        default=30,
        validators=A_SHARE,
        help_text=_("Used where a survey does not say how many answers it expects."),
    )
    writing_share = models.PositiveSmallIntegerField(
        _("of a hundred who answer, how many write at a question in their own words"),
        default=40,
        validators=A_SHARE,
    )
    minutes_a_comment = models.PositiveSmallIntegerField(
        _("minutes to read one comment well"), default=3, validators=AT_LEAST_ONE
    )
    reading_hours = models.PositiveSmallIntegerField(
        _("hours a week in which a worker reads"),
        default=6,
        validators=AT_LEAST_ONE,
        help_text=_("For those who have not said it on their own page."),
    )
    questions_a_quarter = models.PositiveSmallIntegerField(
        _("questions a quarter that one age band is asked at most"),
        default=60,
        validators=AT_LEAST_ONE,
        help_text=_("All surveys together. More is a warning, never refused."),
    )

    class Meta:
        """One row, whose times come one after another."""

        verbose_name = _("council")
        constraints = (
            models.CheckConstraint(
                name="council_has_one_row", condition=models.Q(id=1)
            ),
            models.CheckConstraint(
                name="council_manager_is_told_after_the_next_person",
                condition=models.Q(manager_after__gt=models.F("next_person_after")),
                violation_error_message=_(
                    "The manager is told after the next person: give more minutes."
                ),
            ),
            models.CheckConstraint(
                name="council_closes_after_it_has_warned",
                condition=models.Q(closing_days__gt=models.F("comment_days")),
                violation_error_message=_(
                    "Text questions close after the manager was told: give more days."
                ),
            ),
            models.CheckConstraint(
                name="council_logo_has_words",
                condition=models.Q(logo=None) | models.Q(logo_words__gt=""),
                violation_error_message=_(
                    "Say what the logo shows, for those who do not see it."
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the name, marked when the council is invented."""
        return f"{self.name} (invented)" if self.is_demonstration else self.name

    @property
    def public_colour(self) -> str:
        """Return the colour of the public site as its pages name it."""
        return "own" if self.own_colour else self.colour

    @property
    def own_colour_code(self) -> str:
        """Return the six digits of the council's own colour; empty without one."""
        return self.own_colour.removeprefix("#")

    @property
    def frame_colours(self) -> tuple[str, str]:
        """Return what a browser paints round the public site: by day, and in the dark."""
        if self.own_colour:
            return self.own_colour, shades_of(self.own_colour, "dark").tint
        return HOUSES[self.colour]
