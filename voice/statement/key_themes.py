"""The six key themes a statement begins with, until somebody makes them their own."""

from django.utils.translation import gettext as _


def default_key_themes() -> list[str]:
    """Return the titles of six key themes, as plans after an inspection have them.

    After the improvement plans of councils whose children's services were found
    inadequate; the title of each is the council's to change.
    """
    return [
        _("The lived experience and voice of children"),
        _("The quality of social work practice"),
        _("The conditions in which social workers work"),
        _("The front door and help at the right time"),
        _("Management oversight and quality assurance"),
        _("Partners, leaders and the care of children who live with us"),
    ]
