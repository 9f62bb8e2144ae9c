"""Reads of who was beside a young person, as honestly as it is known."""

from django.utils.translation import gettext as _

from surveys.enums import Company, HelpedBy, HelpGiven, InvitationKind
from surveys.models import Comment, Response, SessionNote


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

    What was said in the response comes before what the way in tells: who was near, in
    what role, and what they did. Of somebody who
    came by a link or a code nothing is known, and that is said.
    """
    if said := _as_they_said(response):
        return said
    invitation = response.invitation
    helper = invitation.helper
    match invitation.kind:
        case InvitationKind.GROUP:
            said = _("In a group session")
        case InvitationKind.ASSISTED:
            said = _("Somebody filled it in with them")
        case InvitationKind.PAPER:
            said = _("Written on paper, copied by a worker")
        case _other:
            return _("Not known: they answered on their own way in")
    return f"{said}: {helper}" if helper else said


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
