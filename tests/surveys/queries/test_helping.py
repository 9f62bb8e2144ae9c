import pytest

from surveys.enums import HelpedBy, InvitationKind
from surveys.queries.helping import who_was_helping
from tests.factories.surveys import EditionFactory, InvitationFactory, ResponseFactory

pytestmark = pytest.mark.django_db


def came(**invitation):
    edition = EditionFactory()
    return ResponseFactory(
        edition=edition,
        invitation=InvitationFactory(survey=edition.survey, **invitation),
    )


@pytest.mark.parametrize(
    ("kind", "helper", "told"),
    [
        (InvitationKind.LINK, "", "Not known: they answered on their own way in"),
        (InvitationKind.CODES, "", "Not known: they answered on their own way in"),
        (InvitationKind.GROUP, "youth worker", "In a group session: youth worker"),
        (
            InvitationKind.ASSISTED,
            "",
            "Somebody filled it in with them; nobody looked through it with them",
        ),
        (InvitationKind.PAPER, "", "Written on paper, copied by a worker"),
    ],
)
def test_the_way_in_tells_what_is_known(kind, helper, told):
    assert who_was_helping(came(kind=kind, helper=helper)) == told


def test_of_a_room_both_the_room_and_what_they_said_are_told():
    response = came(kind=InvitationKind.GROUP, helper="Youth worker")
    response.helped_by = HelpedBy.ADVOCATE
    told = "In a group session: Youth worker; An advocate"
    assert who_was_helping(response) == told


@pytest.mark.parametrize(
    ("company", "helped_by", "help_given", "told"),
    [
        ("alone", "nobody", [], "Alone"),
        ("not_said", "nobody", [], "Nobody"),
        ("nearby", "carer", [], "Somebody nearby: A carer"),
        ("nearby", "not_said", [], "Somebody nearby"),
        (
            "helping",
            "interpreter",
            ["interpreted", "typed"],
            "Somebody helping: An interpreter (Interpreted or signed, Typed or pressed "
            "for them)",
        ),
    ],
)
def test_who_was_near_and_what_they_did_is_told(company, helped_by, help_given, told):
    response = came(kind=InvitationKind.LINK)
    response.company, response.helped_by = company, helped_by
    response.help_given = help_given
    assert who_was_helping(response) == told


def test_of_what_was_typed_it_is_told_whether_they_looked_through_it():
    response = came(kind=InvitationKind.ASSISTED, helper="Key worker")
    response.company, response.helped_by = "helping", "worker"
    response.help_given, response.is_checked = ["typed"], True
    assert who_was_helping(response) == (
        "Somebody filled it in with them: Key worker; Somebody helping: A worker "
        "(Typed or pressed for them); they looked through it"
    )
