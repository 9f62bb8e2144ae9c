"""Tells a newcomer where to go and who to be."""

from surveys.models import Invitation
from voice.demonstration.story.people import PASSWORD, PEOPLE


def open_link() -> str:
    """Return the path of the link to the newest survey; empty when there is none."""
    invitation = (
        Invitation.objects.filter(stopped_at=None)
        .order_by("-survey__consultation__opens_on")
        .first()
    )
    return f"/a/{invitation.token}/" if invitation else ""


def addresses(port: int) -> str:
    """Return the addresses worth opening, as a table."""
    house = f"http://localhost:{port}"
    rows = [
        ("Public site, in English", f"{house}/en/"),
        ("Public site, in Urdu", f"{house}/ur/"),
        ("Answer, on a phone", f"{house}{open_link()}"),
        ("Desk, for staff", f"{house}/desk/"),
        ("Board", f"{house}/board/"),
        ("Drafting surveys and pages", f"{house}/admin/"),
    ]
    width = max(len(name) for name, _ in rows)
    lines = [f"  {name:<{width}}  {address}" for name, address in rows]
    return "\n".join(["", "Calderwick Council (invented)", "", *lines, ""])


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
