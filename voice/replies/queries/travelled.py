"""What we answered, what we promised and whether it was kept; told to whoever answered us."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.models import Consultation
from surveys.travelled import Line, Told, Travelled
from voice.replies.enums import PromiseStanding
from voice.replies.models import Reply
from voice.replies.queries.told import PromiseTold, tell_reply

STANDS: dict[PromiseStanding, str | Lazy] = {
    PromiseStanding.ON_TRACK: gettext_lazy("We are on our way."),
    PromiseStanding.AT_RISK: gettext_lazy("It is not sure that we manage this."),
    PromiseStanding.LATE: gettext_lazy("Late. We are sorry."),
    PromiseStanding.KEPT: gettext_lazy("We say we kept this."),
    PromiseStanding.BROKEN: gettext_lazy("We did not keep this. We are sorry."),
    PromiseStanding.CHANGED: gettext_lazy("We changed this."),
}
SETTLED = frozenset(
    {PromiseStanding.KEPT, PromiseStanding.BROKEN, PromiseStanding.CHANGED}
)
NOT_DONE = frozenset({PromiseStanding.LATE, PromiseStanding.BROKEN})


def how_far_answered(consultation: Consultation, language: str) -> Told:
    """Return whether our answer is out, since when, and what we promise in it.

    Before that, by when we said it comes; late is said so, and sorry.
    """
    reply = Reply.objects.filter(consultation=consultation).first()
    due = consultation.owed_by
    if reply is None or reply.published_at is None:
        return _to_come(consultation, is_begun=reply is not None)
    on = timezone.localdate(reply.published_at)
    said = {
        "day": date_format(on, "DATE_FORMAT"),
        "due": date_format(due, "DATE_FORMAT"),
    }
    if on > due:
        when = _(
            "We answered on %(day)s, later than %(due)s as we had said. We are sorry."
        )
    else:
        when = _("We answered on %(day)s.")
    return Told(
        Travelled.DONE,
        when % said,
        tuple(_promised(one) for one in _promises(reply, language)),
        is_late=on > due,
    )


def _to_come(consultation: Consultation, *, is_begun: bool) -> Told:
    """Return by when our answer comes, or that it is late."""
    due = consultation.owed_by
    said = {"day": date_format(due, "DATE_FORMAT")}
    if due < timezone.localdate():
        when = _("We said you would hear by %(day)s. We are late, and we are sorry.")
        return Told(Travelled.NOW, when % said, is_late=True)
    now = Travelled.NOW if is_begun else Travelled.LATER
    return Told(now, _("By %(day)s.") % said)


def how_far_kept(consultation: Consultation, language: str) -> Told:
    """Return how each promise stands once there is something to say of it, and what
    young people say of it; before that, when the first is due.
    """
    reply = Reply.objects.filter(
        consultation=consultation, published_at__isnull=False
    ).first()
    if reply is None:
        return Told(Travelled.LATER, _("Each promise has a day, and we tell you here."))
    promises = _promises(reply, language)
    if not promises:
        return Told(Travelled.DONE, _("We made no promise. Our answer says why."))
    told = [one for one in promises if one.standing in {*SETTLED, PromiseStanding.LATE}]
    waiting = [one for one in promises if one.standing not in SETTLED]
    lines = tuple(_stands(one) for one in told)
    if not waiting:
        return Told(Travelled.DONE, lines=lines)
    return Told(Travelled.NOW if told else Travelled.LATER, _next_due(waiting), lines)


def _next_due(waiting: list[PromiseTold]) -> str:
    """Return when the next promise is due; "" when all that wait are late."""
    days = [
        one.new_due_on or one.due_on
        for one in waiting
        if one.standing != PromiseStanding.LATE
    ]
    if not days:
        return ""
    return _("The next promise is due on %(day)s.") % {
        "day": date_format(min(days), "DATE_FORMAT")
    }


def _promises(reply: Reply, language: str) -> list[PromiseTold]:
    """Return the promises of a reply in `language`, and what young people say of them."""
    return tell_reply(
        reply, language=language, on=timezone.localdate(), with_verdicts=True
    ).promises


def _promised(one: PromiseTold) -> Line:
    """Return a promise as it was made: what, who keeps it, by when."""
    said = {
        "who": one.owner_title,
        "day": date_format(one.due_on, "DATE_FORMAT"),
    }
    return Line(one.text, one.language, note=_("%(who)s, by %(day)s") % said)


def _stands(one: PromiseTold) -> Line:
    """Return how a promise stands: what we say, why, and what young people say."""
    said = []
    if one.standing == PromiseStanding.LATE:
        said.append(_we_said(one))
    if one.verdict:
        said.append(one.verdict.words)
    return Line(
        one.text,
        one.language,
        standing=str(STANDS[one.standing]),
        is_bad=one.standing in NOT_DONE,
        note=" ".join(said),
        why="" if one.standing == PromiseStanding.KEPT else one.reason,
    )


def _we_said(one: PromiseTold) -> str:
    """Return which day we had named, and which we name now."""
    said = {"first": date_format(one.due_on, "DATE_FORMAT")}
    if one.new_due_on is None:
        return _("We said by %(first)s.") % said
    said["day"] = date_format(one.new_due_on, "DATE_FORMAT")
    return _("We said by %(first)s. Now we say by %(day)s.") % said
