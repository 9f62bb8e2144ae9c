"""Who signs in; every person is invented."""

from typing import NamedTuple

from voice.accounts.enums import Role

PASSWORD = "calderwick demonstration"  # noqa: S105 - printed on purpose, opens invented data


class Person(NamedTuple):
    """Somebody invented, what they do, and what they come to do here."""

    email: str
    name: str
    job_title: str
    roles: tuple[Role, ...]
    comes_to: str
    reads: tuple[str, ...] = ("en",)


PEOPLE = (
    Person(
        "worker@calderwick.example",
        "Noor Ellery",
        "Participation worker",
        (Role.PARTICIPATION_WORKER,),
        "ask, read, tag, write the reply",
        reads=("en", "ur"),
    ),
    Person(
        "worker2@calderwick.example",
        "Callum Brandreth",
        "Participation worker",
        (Role.PARTICIPATION_WORKER,),
        "read too, and sign a release second",
        reads=("en", "pl"),
    ),
    Person(
        "lead@calderwick.example",
        "Ruth Adeyinka-Shaw",
        "Safeguarding lead",
        (Role.SAFEGUARDING_LEAD,),
        "see concerns, decide",
    ),
    Person(
        "deputy@calderwick.example",
        "Imran Castleton",
        "Deputy safeguarding lead",
        (Role.SAFEGUARDING_LEAD,),
        "stand in for the lead",
    ),
    Person(
        "owner@calderwick.example",
        "Petra Lowmoor",
        "Head of Fostering",
        (Role.ACTION_OWNER,),
        "update an action in two minutes",
    ),
    Person(
        "chair@calderwick.example",
        "Winston Harrowgate",
        "Chair of the Improvement Board",
        (Role.BOARD_MEMBER,),
        "read what children said",
    ),
    Person(
        "editor@calderwick.example",
        "Siobhan Merriden",
        "Web editor",
        (Role.WEB_EDITOR,),
        "edit pages",
    ),
    Person(
        "officer@calderwick.example",
        "Tobias Quill",
        "Data protection officer",
        (Role.DATA_PROTECTION_OFFICER,),
        "see who saw what",
    ),
    Person(
        "admin@calderwick.example",
        "Hana Wexcombe",
        "Administrator",
        (Role.ADMINISTRATOR,),
        "invite staff, set the council up",
    ),
)
