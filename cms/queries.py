"""Finds pages, and what young people are owed before one goes."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from wagtail.models import Page

from cms.models import ConsultationPage
from surveys.ending import reasons_not_to_end
from surveys.logic.findings import Finding
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


def owed_before_they_go(pages: Iterable[Page]) -> list[Finding]:
    """Return why `pages`, and all below them, cannot be taken away yet; none is a yes.

    A page may go where another one of its consultation stays, in its language.
    """
    going = _consultation_pages(pages)
    staying = ConsultationPage.objects.live().exclude(pk__in=going.values("pk"))
    stays = set(staying.values_list("consultation", "locale"))
    ending = {
        page.consultation_id: page.consultation
        for page in going.select_related("consultation")
        if (page.consultation_id, page.locale_id) not in stays
    }
    return [finding for one in ending.values() for finding in reasons_not_to_end(one)]


def _consultation_pages(pages: Iterable[Page]) -> QuerySet[ConsultationPage]:
    """Return the live pages of consultations among `pages` and below them."""
    under = Q(pk__in=[])
    for page in pages:
        under |= Q(path__startswith=page.path)
    return ConsultationPage.objects.live().filter(under)
