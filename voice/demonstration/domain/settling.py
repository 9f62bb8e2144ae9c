"""Settles Calderwick: the council's own facts, and the people who sign in."""

from datetime import time

from django.contrib.auth.models import Group
from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import Colour, Weekday
from voice.council.models import Council, DutyHours, HelpLine
from voice.demonstration.story.people import PASSWORD, PEOPLE

HELP_LINES = (
    ("Emergency", "999", "If you or someone is in danger now.", 0, 25),
    ("Childline", "0800 1111", "Free, day and night, under 19.", 0, 18),
    (
        "Calderwick out of hours (invented)",
        "07700 900999",
        "Evenings and weekends, for anyone in Calderwick.",
        0,
        25,
    ),
)
IN_LANGUAGES = {
    "07700 900999": {
        "ur": "شام کو اور ہفتے کے آخر میں، کالڈروِک میں ہر کسی کے لیے۔",
        "pl": "Wieczorami i w weekendy, dla każdego w Calderwick.",
        "pa": "ਸ਼ਾਮ ਨੂੰ ਅਤੇ ਹਫ਼ਤੇ ਦੇ ਅੰਤ ਵਿੱਚ, ਕੈਲਡਰਵਿਕ ਵਿੱਚ ਹਰ ਕਿਸੇ ਲਈ।",
    }
}


@transaction.atomic
def settle_people() -> dict[str, User]:
    """Make everyone who signs in; return them by the first word of their address."""
    people = {}
    for person in PEOPLE:
        user = User.objects.create_user(
            person.email,
            PASSWORD,
            name=f"{person.name} (invented)",
            job_title=person.job_title,
            reads_languages=list(person.reads),
        )
        user.groups.set(Group.objects.filter(name__in=[r.value for r in person.roles]))
        record("accounts.settle", of=user, by=None)
        people[person.email.split("@")[0]] = user
    return people


@transaction.atomic
def settle_council() -> Council:
    """Make the one council, its help lines and its duty hours."""
    council, _ = Council.objects.update_or_create(
        id=1,
        defaults={
            "name": "Calderwick Council",
            "is_demonstration": True,
            "colour": Colour.TEAL,
            "contact_email": "voice@calderwick.example",
            "about_readers": (
                "Two participation workers read every word. A safeguarding lead reads "
                "what makes us worry about someone."
            ),
        },
    )
    for position, (name, number, about, youngest, oldest) in enumerate(HELP_LINES):
        HelpLine.objects.update_or_create(
            name=name,
            defaults={
                "number": number,
                "about": about,
                "about_in": IN_LANGUAGES.get(number, {}),
                "youngest": youngest,
                "oldest": oldest,
                "position": position,
            },
        )
    for weekday in list(Weekday)[:5]:
        DutyHours.objects.update_or_create(
            weekday=weekday, defaults={"starts": time(9), "ends": time(17)}
        )
    record("council.settle", of=council, by=None)
    return council
