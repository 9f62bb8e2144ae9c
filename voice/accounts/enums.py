"""The roles of staff, and the named sets of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody is here to do; each is a group of the same name."""

    PARTICIPATION_WORKER = "participation_worker", _("Participation worker")
    SAFEGUARDING_LEAD = "safeguarding_lead", _("Safeguarding lead")
    ACTION_OWNER = "action_owner", _("Action owner")
    BOARD_MEMBER = "board_member", _("Board member")
    WEB_EDITOR = "web_editor", _("Web editor")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("Data protection officer")
    ADMINISTRATOR = "administrator", _("Administrator")

    @classmethod
    def at_the_desk(cls) -> frozenset["Role"]:
        """Return the roles that work at the desk."""
        return frozenset(cls) - {cls.BOARD_MEMBER, cls.WEB_EDITOR}

    @classmethod
    def reading_the_board(cls) -> frozenset["Role"]:
        """Return the roles that may read the board's pages."""
        return frozenset(
            {
                cls.BOARD_MEMBER,
                cls.PARTICIPATION_WORKER,
                cls.SAFEGUARDING_LEAD,
                cls.ACTION_OWNER,
                cls.ADMINISTRATOR,
            }
        )

    @classmethod
    def in_the_admin(cls) -> frozenset["Role"]:
        """Return the roles that draft surveys or pages in the Wagtail admin."""
        return frozenset({cls.PARTICIPATION_WORKER, cls.WEB_EDITOR, cls.ADMINISTRATOR})


class InvitationOrigin(TextChoices):
    """Who invites: an administrator, or the command that makes the first of them."""

    PERSON = "person", _("A person")
    COMMAND = "command", _("A command")


class ReadingLanguage(TextChoices):
    """Languages that staff may say they read: those spoken most at home in England.

    After the Office for National Statistics (Census 2021, main language), with
    those of unaccompanied children; English and Urdu, the surveys' own, lead.
    """

    ENGLISH = "en", _("English")
    URDU = "ur", _("Urdu")
    ALBANIAN = "sq", _("Albanian")
    AMHARIC = "am", _("Amharic")
    ARABIC = "ar", _("Arabic")
    BENGALI = "bn", _("Bengali")
    BULGARIAN = "bg", _("Bulgarian")
    CHINESE = "zh", _("Chinese")
    CZECH = "cs", _("Czech")
    FRENCH = "fr", _("French")
    GERMAN = "de", _("German")
    GREEK = "el", _("Greek")
    GUJARATI = "gu", _("Gujarati")
    HINDI = "hi", _("Hindi")
    HUNGARIAN = "hu", _("Hungarian")
    ITALIAN = "it", _("Italian")
    KURDISH_KURMANJI = "ku", _("Kurdish (Kurmanji)")
    KURDISH_SORANI = "ckb", _("Kurdish (Sorani)")
    LITHUANIAN = "lt", _("Lithuanian")
    PANJABI = "pa", _("Panjabi")
    PASHTO = "ps", _("Pashto")
    PERSIAN = "fa", _("Persian (Farsi, Dari)")
    POLISH = "pl", _("Polish")
    PORTUGUESE = "pt", _("Portuguese")
    ROMANIAN = "ro", _("Romanian")
    RUSSIAN = "ru", _("Russian")
    SLOVAK = "sk", _("Slovak")
    SOMALI = "so", _("Somali")
    SPANISH = "es", _("Spanish")
    TAMIL = "ta", _("Tamil")
    TIGRINYA = "ti", _("Tigrinya")
    TURKISH = "tr", _("Turkish")
    UKRAINIAN = "uk", _("Ukrainian")
    VIETNAMESE = "vi", _("Vietnamese")
    WELSH = "cy", _("Welsh")


class BreakGlassState(TextChoices):
    """How a wish to break the glass stands."""

    WAITING = "waiting", _("Waiting for the second person")
    OPEN = "open", _("Open now")
    CLOSED = "closed", _("Closed")
    REFUSED = "refused", _("Refused")
    LAPSED = "lapsed", _("Nobody answered")


class ReviewOutcome(TextChoices):
    """What came of looking at somebody's access."""

    CONFIRMED = "confirmed", _("Still right")
    CHANGED = "changed", _("Changed")
