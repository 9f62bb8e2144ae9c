"""The roles of staff."""

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
