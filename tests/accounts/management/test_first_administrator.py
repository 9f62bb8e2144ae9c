import pytest
from django.core.management import CommandError, call_command

from tests.factories.accounts import UserFactory
from voice.accounts.domain.invitations import accept_invitation
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db

SAM = ("--email", "sam@calderwick.example", "--name", "Sam Okoro")


def test_the_link_makes_an_administrator(capsys):
    call_command("first_administrator", *SAM)
    link = capsys.readouterr().out.splitlines()[-1]
    user = accept_invitation(link.split("/")[-2], password="a password long enough")
    assert user.roles() == [Role.ADMINISTRATOR]


def test_there_is_only_one_first():
    UserFactory(administrator=True)
    with pytest.raises(CommandError, match="There is an administrator already"):
        call_command("first_administrator", *SAM)
