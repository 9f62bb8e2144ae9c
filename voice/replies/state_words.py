"""What comes next for a consultation, in words for those who work on it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.enums import ConsultationState as State
from voice.replies.queries import Standing


def next_words(standing: Standing) -> str:
    """Return what comes next, and who or what brings it about, in one sentence."""
    one = standing.consultation
    days = {
        "opens": date_format(one.opens_on, "j F Y"),
        "closes": date_format(one.closes_on, "j F Y"),
        "reply": date_format(
            one.owed_by if standing.is_overdue else one.reply_due_on, "j F Y"
        ),
    }
    if standing.state == State.REPLIED and not standing.promised:
        return _("Nothing was promised, so nothing is left to check.")
    if standing.is_from_nobody and not standing.unread and not standing.is_answered:
        return (
            _(
                "Nobody answered. Say so in the reply, and what you will do "
                "differently, by %(reply)s."
            )
            % days
        )
    if standing.state == State.OVERDUE and standing.unread:
        return _("Read what is left, then reply. It was promised for %(reply)s.") % days
    return str(_NEXT[standing.state]()) % days


_NEXT = {
    State.DRAFT: lambda: _(
        "Answer the four questions and publish a survey. It opens on %(opens)s."
    ),
    State.SCHEDULED: lambda: _("It opens by itself on %(opens)s."),
    State.OPEN: lambda: _(
        "It closes by itself after %(closes)s. The reply is due by %(reply)s."
    ),
    State.READING: lambda: _(
        "Read what young people wrote. The reply is due by %(reply)s."
    ),
    State.UNDERSTANDING: lambda: _(
        "Find the themes, sign a release and write the reply, by %(reply)s."
    ),
    State.OVERDUE: lambda: _("Write the reply. It was promised for %(reply)s."),
    State.REPLIED: lambda: _(
        "When a promise is due, ask young people whether it was kept."
    ),
    State.CHECKED: lambda: _("It has come all the way round."),
}


def late_words(number: int) -> str:
    """Return how many replies are late; nothing when none is."""
    if not number:
        return ""
    return ngettext(
        "%(number)d reply is late.", "%(number)d replies are late.", number
    ) % {"number": number}
