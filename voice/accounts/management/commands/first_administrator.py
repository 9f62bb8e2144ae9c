"""Invites the first administrator of a new house."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from voice.accounts.domain.errors import AccountsError
from voice.accounts.domain.invitations import invite_staff
from voice.accounts.enums import Role
from voice.accounts.letters import invitation_link
from voice.accounts.models import User


class Command(BaseCommand):
    """Print a link that makes the first administrator, once, within a week."""

    help = "Prints a link with which the first administrator chooses a password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --email and --name."""
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Invite, unless there is an administrator already."""
        administrators = User.objects.filter(
            groups__name=Role.ADMINISTRATOR.value, is_active=True
        )
        if administrators.exists():
            raise CommandError(
                "There is an administrator already; they can invite at /desk/staff/."
            )
        try:
            token = invite_staff(
                options["email"],
                name=options["name"],
                roles=[Role.ADMINISTRATOR],
                by=None,
            )
        except AccountsError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("Open this link within a week to choose a password:")
        self.stdout.write(invitation_link(token))
