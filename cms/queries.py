"""Finds pages."""

from cms.models import ConsultationPage
from surveys.models import Consultation


def page_of_consultation(consultation: Consultation, language: str) -> str | None:
    """Return the address of the consultation's live page, in `language` if there is one."""
    pages = list(
        ConsultationPage.objects.live()
        .filter(consultation=consultation)
        .select_related("locale")
        .order_by("pk")
    )
    pages.sort(key=lambda page: page.locale.language_code != language)
    return pages[0].url if pages else None
