"""Reads of who was beside a young person, as honestly as it is known."""

from django.utils.translation import gettext as _

from surveys.enums import Company, HelpedBy, HelpGiven, InvitationKind
from surveys.models import Comment, Response, SessionNote

BETWEEN = "; "


def who_was_beside(comment: Comment) -> str:
    """Return who was beside whoever said it, in words for a reader."""
    if comment.session_note is not None:
        return helpers_in(comment.session_note)
    assert comment.response is not None  # noqa: S101 - a constraint of Comment
    return who_was_helping(comment.response)


def helpers_in(note: SessionNote) -> str:
    """Return who helped in a session: roles, as the worker said them."""
    helpers = [str(HelpedBy(value).label) for value in note.helped_by]
    said = _("In a group session")
    return f"{said}: {', '.join(helpers)}" if helpers else said


def who_was_helping(response: Response) -> str:
    """Return who was beside the young person, in words for a reader.

    What the way in tells, then who was near, in what role, and what they did, as far
    as it was said; of what was typed for them, whether they looked through it. Of
    somebody who came by a link or a code and said nothing that is said.
    """
    told = [_by_way_in(response), _as_they_said(response), _looked_through(response)]
    said = BETWEEN.join(part for part in told if part)
    return said or _("Not known: they answered on their own way in")


def _by_way_in(response: Response) -> str:
    """Return what the way in tells; empty for a link or a code, which tell nothing."""
    helper = response.invitation.helper
    match response.invitation.kind:
        case InvitationKind.GROUP:
            said = _("In a group session")
        case InvitationKind.ASSISTED:
            said = _("Somebody filled it in with them")
        case InvitationKind.PAPER:
            said = _("Written on paper, copied by a worker")
        case _other:
            return ""
    return f"{said}: {helper}" if helper else said


def _looked_through(response: Response) -> str:
    """Return whether they looked through what was typed; empty where they typed."""
    if not response.invitation.is_assisted:
        return ""
    if response.is_checked:
        return _("they looked through it")
    return _("nobody looked through it with them")


def _as_they_said(response: Response) -> str:
    """Return who was near, their role and what they did; empty when nobody said."""
    company, role = Company(response.company), HelpedBy(response.helped_by)
    near = "" if company == Company.NOT_SAID else str(company.label)
    who = "" if role in {HelpedBy.NOT_SAID, HelpedBy.NOBODY} else str(role.label)
    if role == HelpedBy.NOBODY and not near:
        near = str(role.label)
    did = ", ".join(str(HelpGiven(one).label) for one in response.help_given)
    said = ": ".join(part for part in (near, who) if part)
    return f"{said} ({did})" if did else said
