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
