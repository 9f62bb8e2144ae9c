"""For how long anything is kept at most, of all that is asked now."""

from surveys.logic.definition import KEEP_DAYS, Keeps
from surveys.models import Edition


def longest_kept() -> Keeps:
    """Return the most days any published survey keeps words, answers and contacts.

    What a new survey begins with, where that is more; one query.
    """
    told = Edition.objects.filter(survey__live=True).values_list(
        "definition__keeps", flat=True
    )
    every: list[Keeps] = [KEEP_DAYS, *(keeps for keeps in told if keeps)]
    return {
        "words": max(keeps["words"] for keeps in every),
        "responses": max(keeps["responses"] for keeps in every),
        "contact": max(keeps["contact"] for keeps in every),
    }
