"""How a page of tagging is arranged: read from an address, and written into one."""

import random
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from surveys.languages import band_name, language_name
from surveys.models import Edition, Question
from voice.themes.enums import Beside, Order
from voice.themes.logic.alike import ALIKE_MOST
from voice.themes.queries.alike import can_be_likened
from voice.themes.queries.arranging import Arrangement, has_suggestions

SEEDS = 10_000
LONGEST_SEED = 9


def arrangement_in(said: QueryDict, *, staying: UUID | None = None) -> Arrangement:
    """Return the arrangement an address or a form tells; unknown values are left out."""
    order = said.get("order", "")
    beside = said.get("helped", "")
    seed = said.get("seed", "")
    return Arrangement(
        order=Order(order) if order in Order else Order.OLDEST,
        seed=int(seed) % SEEDS if seed.isdecimal() and len(seed) < LONGEST_SEED else 0,
        like=uuid_in(said, "like"),
        untagged="untagged" in said,
        staying=staying,
        age_band=said.get("age", "")[:10],
        language=said.get("language", "")[:10],
        beside=Beside(beside) if beside in Beside else None,
    )


def uuid_in(said: Mapping[str, Any], name: str) -> UUID | None:
    """Return the id an address tells under this name, if it is one."""
    try:
        return UUID(said.get(name, ""))
    except ValueError:
        return None


def any_seed() -> int:
    """Return a number to shuffle by."""
    return random.SystemRandom().randrange(1, SEEDS)


def pairs_of(arrangement: Arrangement, *, one: bool) -> list[tuple[str, str]]:
    """Return names and values of everything that differs from a plain list."""
    order, like = arrangement.order, arrangement.like
    pairs = {
        "order": "" if order == Order.OLDEST else order.value,
        "seed": str(arrangement.seed) if order == Order.RANDOM else "",
        "like": str(like) if like and order == Order.LIKE else "",
        "untagged": "1" if arrangement.untagged else "",
        "age": arrangement.age_band,
        "language": arrangement.language,
        "helped": arrangement.beside.value if arrangement.beside else "",
        "one": "1" if one else "",
    }
    return [(name, value) for name, value in pairs.items() if value]


def query_of(pairs: list[tuple[str, str]]) -> str:
    """Return pairs as the beginning of an address's query: empty, or ending in &."""
    return f"{urlencode(pairs)}&" if pairs else ""


def choices_for(question: Question, *, kept: int) -> dict[str, object]:
    """Return what can be chosen for a question: orders, ages, languages, helpers.

    Orders that cannot be had now are told with the reason why.
    """
    asked = Edition.objects.filter(survey=question.survey_id).values_list(
        "definition__age_bands", "definition__languages"
    )
    bands: dict[str, str] = {}
    languages: dict[str, str] = {}
    for its_bands, its_languages in asked:
        bands |= {key: band_name(key) for key in its_bands or ()}
        languages |= {code: language_name(code) for code in its_languages or ()}
    refused = _refused(question, kept=kept)
    return {
        "orders": [
            (order.value, order.label)
            for order in Order
            if order not in refused and order != Order.LIKE
        ],
        "refused": list(refused.values()),
        "can_liken": can_be_likened(kept),
        "bands": list(bands.items()),
        "languages": list(languages.items()),
        "helpers": Beside.choices,
    }


def _refused(question: Question, *, kept: int) -> dict[Order, str]:
    """Return why some orders cannot be had for this question now."""
    refused = {}
    if not has_suggestions(question):
        refused[Order.HARDEST] = _(
            "“Hardest first” can be chosen once there are suggestions for this question."
        )
    if kept > ALIKE_MOST:
        refused[Order.ALIKE] = _(
            "Only up to %(most)s comments are compared with each other, so these "
            "cannot stand alike beside each other."
        ) % {"most": f"{ALIKE_MOST:,}"}
    return refused
