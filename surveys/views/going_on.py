"""Where somebody goes on who comes back to their questions."""

from django.urls import reverse

from surveys.logic.paths import is_asked
from surveys.models import Response
from surveys.queries.steps import pages_of


def address_to_go_on(response: Response) -> str:
    """Return the address of the first step nothing was sent from; else of Finish."""
    for number, step in enumerate(pages_of(response), 1):
        if is_asked(step) and step["key"] not in response.answers:
            return reverse("surveys:step", kwargs={"number": number})
    return reverse("surveys:finish")
