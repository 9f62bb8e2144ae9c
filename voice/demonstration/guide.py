"""Tells a newcomer where to go and who to be."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from surveys.domain.coming_back import give_return_code
from surveys.domain.receipts import receipt_of, seed_of_receipt
from surveys.enums import InvitationKind, ResponseState
from surveys.models import Invitation, Response
from voice.demonstration.domain.answering import PHONE
from voice.demonstration.story.people import PASSWORD, PEOPLE
from voice.young_editors.domain.inviting import make_code
from voice.young_editors.models import EditorsInvitation


def open_link() -> str:
    """Return the path of the first link to an open survey; empty when there is none."""
    return next(iter(_open_links().values()), "")


def _open_links() -> dict[str, str]:
    """Return the path of the link to each open survey by its title, oldest first."""
    links = Invitation.objects.filter(
        kind=InvitationKind.LINK,
        stopped_at=None,
        survey__consultation__closes_on__gte=timezone.localdate(),
    ).select_related("survey")
    return {
        link.survey.title: f"/a/{link.token}/"
        for link in links.order_by("survey__consultation__opens_on", "pk")
    }


def addresses(port: int) -> str:
    """Return the addresses worth opening, as a table."""
    house = f"http://localhost:{port}"
    rows = [
        ("Public site, in English", f"{house}/en/"),
        ("Public site, in Urdu", f"{house}/ur/"),
        ("What changed because of you", f"{house}/en/what-changed/"),
        ("The plan, as everybody reads it", f"{house}/en/plan/"),
        ("A page of blocks: quotes, a figure", f"{house}/en/heard/"),
        ("Where one consultation is", f"{house}/en/consultations/leaving-care-my-way/"),
        *((f"Answer: {title}", house + path) for title, path in _open_links().items()),
        ("Desk, for staff", f"{house}/desk/"),
        ("What opens, closes and is due", f"{house}/desk/calendar/"),
        ("Board", f"{house}/board/"),
        ("Drafting surveys and pages", f"{house}/admin/"),
    ]
    width = max(len(name) for name, _ in rows)
    lines = [f"  {name:<{width}}  {address}" for name, address in rows]
    return "\n".join(["", "Calderwick Council (invented)", "", *lines, ""])


def codes_to_try() -> str:
    """Return a receipt and, while a survey is open, a code for saved answers, as a table.

    Each time the saved answers get another code: none is kept that could be told again.
    """
    rows = []
    finished = Response.objects.exclude(receipt_hash=None).order_by("week", "pk")
    if told := finished.filter(state=ResponseState.FINISHED).first():
        rows.append(("A receipt", receipt_of(seed_of_receipt(told, PHONE))))
    is_open = Q(
        edition__survey__live=True,
        edition__survey__consultation__closes_on__gt=timezone.localdate(),
    )
    half_way = Response.objects.filter(is_open, state=ResponseState.UNDER_WAY)
    if draft := half_way.exclude(answers={}).order_by("pk").first():
        code = give_return_code(draft, lasts=timedelta(days=14))
        rows.append(("Saved answers, to go on with", code))
    today = timezone.localdate()
    if asked := EditorsInvitation.objects.filter(expires_on__gt=today).first():
        code = make_code(asked, by=asked.made_by)
        rows.append(("Young editors, to read a sentence", code))
    width = max((len(name) for name, _ in rows), default=0)
    lines = [f"  {name:<{width}}  {code}" for name, code in rows]
    return "\n".join(["Codes, typed at /c/:", "", *lines, ""]) if rows else ""


def sign_ins() -> str:
    """Return who can sign in, and to do what, as a table."""
    width = max(len(person.email) for person in PEOPLE)
    title = max(len(person.job_title) for person in PEOPLE)
    lines = [
        f"  {person.email:<{width}}  {person.job_title:<{title}}  {person.comes_to}"
        for person in PEOPLE
    ]
    return "\n".join(
        [f"Sign in at /account/login/; every password is: {PASSWORD}", "", *lines, ""]
    )
