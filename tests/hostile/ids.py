"""Ids that name nothing, or another's; and odd words in the addresses of staff."""

import re
from random import Random
from urllib.parse import quote, urlencode

from tests.hostile.bodies import post, wrong
from tests.hostile.ground import Ground, browse
from tests.hostile.odd import word
from tests.hostile.wire import Sent, request
from tests.house.addresses import Address

NUMBER = re.compile(r"999999")
NAME = re.compile(r"nothing")
UNIQUE = re.compile(r"00000000-0000-4000-8000-000000000000")
NUMBERS = ("0", "999999", str(2**31), str(2**63), str(2**64), "9" * 300)
UNIQUES = (
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
)
# What our own pages and lists read behind the question mark.
ASKED_FOR = (
    *(
        "page",
        "in",
        "for",
        "place",
        "thing",
        "language",
        "by",
        "after",
        "year",
        "tagged",
    ),
    *("state", "seed", "script", "removed", "question", "q", "order", "of", "next"),
    *(
        "key_theme",
        "from",
        "edition",
        "comment",
        "beside",
        "before",
        "band",
        "audience",
    ),
    *(
        "age_band",
        "accepted",
        "keyed",
        "p",
        "ordering",
        "id",
        "collection_id",
        "locale",
    ),
)
# Wagtail's and allauth's own addresses are theirs to try; ours are ours.
# It says 503 where something is ill, and of an empty machine something is.
SAYS_ILL = "duty:health"
THEIRS = ("wagtail", "unnamed", "account_", "mfa_", "socialaccount", "usersessions")


def _ours(ground: Ground, *, with_arguments: bool) -> list[Address]:
    """Return our own addresses, of something or of nothing."""
    return [
        one
        for one in ground.everywhere
        if one.takes_arguments is with_arguments
        and not one.name.startswith((*THEIRS, SAYS_ILL))
    ]


def _elsewhere(rng: Random, path: str) -> str:
    """Return the path with other ids in it."""
    path = NUMBER.sub(lambda _: rng.choice(NUMBERS), path)
    path = UNIQUE.sub(lambda _: rng.choice(UNIQUES), path)
    odd = ("nothing", "a" * 300, "-", "__", "0", "en")
    return NAME.sub(lambda _: rng.choice(odd), path)


def foreign_ids(rng: Random, ground: Ground) -> Sent:
    """Return a visit of somebody signed in to something that is not there."""
    one = rng.choice(_ours(ground, with_arguments=True))
    path = _elsewhere(rng, one.path)
    held = rng.choice(ground.staff)
    if rng.random() < 0.5:
        return Sent((request("GET", path, headers={"Cookie": held.cookie}),))
    if not held.token:
        browse(ground.port, held, "/desk/")
    fields = {"csrfmiddlewaretoken": held.token}
    fields |= {rng.choice(ASKED_FOR): word(rng) for _ in range(3)}
    return Sent((post(held, path, urlencode(fields).encode()),))


def foreign_response(rng: Random, ground: Ground) -> Sent:
    """Return an answer to a response of another device, or to one that is finished."""
    held, other = rng.sample(ground.drafts, 2)
    named = rng.choice(
        (other.response, ground.finished.response, word(rng), UNIQUES[0])
    )
    fields = {**wrong(rng, held), "response": named}
    fields |= {"question": "know_worker", "answer": "yes"}
    ends = rng.choice(
        ("/s/1/", "/s/finish/", "/s/save/", "/s/contact/", "/s/sort-out/")
    )
    return Sent((post(held, ends, urlencode(fields).encode()),))


def queries(rng: Random, ground: Ground) -> Sent:
    """Return odd words behind the question mark of a page of somebody signed in."""
    one = rng.choice(_ours(ground, with_arguments=False))
    held = rng.choice((*ground.staff, *ground.drafts))
    asked = [
        (rng.choice(ASKED_FOR), word(rng)[:2_000]) for _ in range(rng.randint(1, 4))
    ]
    said = urlencode(asked) + rng.choice(("", "&%ff=%fe", "&page=" + quote("\0")))
    path = f"{one.path}?{said}"[:7_500]
    return Sent((request("GET", path, headers={"Cookie": held.cookie}),))
