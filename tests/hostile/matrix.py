"""Who opens which address, with which method: python -m tests.hostile --matrix.

Every address of the house's one table (tests.house.access) is asked for with GET and
POST by a stranger and by somebody of each role. Printed as it is found, a line an
address; 1 when anything is not as the table says.
"""

from django.db import transaction
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.house.access import PUBLIC, STAFF
from tests.house.addresses import addresses
from voice.accounts.enums import Role
from voice.accounts.models import User

METHODS = ("get", "post")
STRANGER = "stranger"
HERE = "127.0.0.1"


def opens(page) -> bool:
    """Say whether a visit was let in; sent to sign in or refused, it was not."""
    is_sent_away = page.status_code == 302 and "/login/" in page.headers["Location"]
    return not is_sent_away and page.status_code != 403


def found(path: str, people: dict[str, User]) -> dict[tuple[str, str], bool]:
    """Return who of these and the stranger is let in at `path`; nothing is kept."""
    told = {}
    with transaction.atomic():
        for visitor in (STRANGER, *people):
            user = people.get(visitor)
            for method in METHODS:
                client = Client(raise_request_exception=False, SERVER_NAME=HERE)
                if user:
                    client.force_login(
                        user, backend="django.contrib.auth.backends.ModelBackend"
                    )
                told[visitor, method] = opens(getattr(client, method)(path))
        transaction.set_rollback(True)
    return told


def expected(name: str) -> dict[tuple[str, str], bool]:
    """Return who should be let in, by visitor and method."""
    return {
        (str(visitor), method): name in PUBLIC
        or (visitor != STRANGER and visitor in STAFF[name])
        for visitor in (STRANGER, *Role)
        for method in METHODS
    }


def main() -> int:
    """Print the matrix and its count; return 1 when it is not the table."""
    tried = wrong = 0
    people = {str(role): UserFactory(roles=[role]) for role in Role}
    ours = [one for one in addresses() if one.name in STAFF or one.name in PUBLIC]
    for one in sorted(ours, key=lambda address: address.name):
        seen = found(one.path, people)
        differs = {key for key, let in expected(one.name).items() if seen[key] != let}
        let_in = [who for who in (STRANGER, *map(str, Role)) if seen[who, "get"]]
        everybody = "everybody" if one.name in PUBLIC else ", ".join(let_in)
        print(
            f"{one.name:<36}{everybody or 'nobody'}"
            + f"  NOT SO: {differs}" * bool(differs)
        )
        tried, wrong = tried + len(seen), wrong + len(differs)
    print(
        f"{len(ours)} addresses x {len(Role) + 1} visitors x {len(METHODS)} methods: "
        f"{tried} tried, {wrong} not as the table says"
    )
    return 1 if wrong else 0
