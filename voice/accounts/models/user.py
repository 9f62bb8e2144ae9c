"""A member of staff, or of the board."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import ReadingLanguage, Role
from voice.accounts.logic.phone import MOBILE_NUMBER

is_mobile_number = RegexValidator(
    MOBILE_NUMBER,
    _("Write a mobile number as in 07700 900123, or with its country's code."),
)

SHORTEST_SITTING, LONGEST_SITTING = 10, 200


def english() -> list[str]:
    """Return the languages somebody reads until they say more."""
    return [ReadingLanguage.ENGLISH.value]


class UserManager(BaseUserManager["User"]):
    """Makes users known by their e-mail address."""

    def create_user(
        self, email: str, password: str | None = None, **fields: object
    ) -> "User":
        """Return a new user; without a password nobody can sign in as them yet."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str, **fields: object) -> "User":
        """Return a new user who may do everything in the Wagtail admin."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with this e-mail address, whatever its capitals."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A member of staff or of the board, known by e-mail address."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    job_title = models.CharField(_("job title"), max_length=200, blank=True)
    mobile = models.CharField(
        _("mobile number for alarms"),
        max_length=16,
        blank=True,
        validators=[is_mobile_number],
        help_text=_("As +44 and the number without its first 0."),
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    session_generation = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text="Raised to end every session of this person at once.",
    )
    reads_languages = models.JSONField(
        _("languages I read"),
        default=english,
        help_text=_("Comments in these languages come to you first."),
    )
    covers_words = models.BooleanField(
        _("keep words covered until I open them"), default=False
    )
    rests_after = models.PositiveSmallIntegerField(
        _("suggest a break after"),
        default=50,
        validators=[
            MinValueValidator(SHORTEST_SITTING),
            MaxValueValidator(LONGEST_SITTING),
        ],
        help_text=_("After how many comments in a row; one may always go on."),
    )
    reading_hours = models.PositiveSmallIntegerField(
        _("hours a week in which I read comments"),
        null=True,
        blank=True,
        help_text="Empty while they have not said; the council's usual hours then.",
    )
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """By name."""

        ordering = ("name",)
        verbose_name = _("user")

    def __str__(self) -> str:
        """Return the name staff know each other by."""
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what a session must hold to be this person's; see Django's own."""
        return salted_hmac(
            "voice.accounts.session",
            f"{self.session_generation}:{self.password}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()

    # Wagtail asks for these two.
    def get_full_name(self) -> str:
        """Return the name."""
        return self.name

    def get_short_name(self) -> str:
        """Return the name's first word."""
        return self.name.split(" ")[0]

    def roles(self) -> list[Role]:
        """Return the roles held, in the order of Role."""
        names = {group.name for group in self.groups.all()}
        return [role for role in Role if role.value in names]

    def has_role(self, *roles: Role) -> bool:
        """Say whether the user is active and holds one of `roles`; one query a user."""
        if not self.is_active:
            return False
        if not hasattr(self, "_roles"):
            self._roles = set(self.groups.values_list("name", flat=True))
        return any(role.value in self._roles for role in roles)
