"""Tells a newcomer where to go and who to be."""

from surveys.models import Invitation
from voice.demonstration.story.people import PASSWORD, PEOPLE


def addresses(port: int) -> str:
    """Return the addresses worth opening, as a table."""
    house = f"http://localhost:{port}"
    links = [
        (f"Answer: {invitation.survey.title}", f"{house}/a/{invitation.token}/")
        for invitation in Invitation.objects.filter(stopped_at=None)
        .select_related("survey")
        .order_by("-survey__consultation__opens_on")[:1]
    ]
    rows = [
        ("Public site, in English", f"{house}/en/"),
        ("Public site, in Urdu", f"{house}/ur/"),
        *links,
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
