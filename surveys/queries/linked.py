"""Which questions were asked about a key theme of the Statement, and by which survey."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Subquery, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from surveys.logic.asked import base_words
from surveys.models import Consultation, Edition, Survey


@dataclass(frozen=True, slots=True)
class Linked:
    """One question as its survey's newest edition asks it, and since which day."""

    prompt: str
    survey: Survey
    since: date


def questions_linked_to(key_theme: str) -> list[Linked]:
    """Return the questions linked to a key theme, the newest consultations first.

    `key_theme` is its name in surveys.key_themes. Only the newest edition of each
    survey is looked at: what a worker has unlinked is linked no longer. One query.
    """
    newest = Edition.objects.filter(survey=OuterRef("survey")).order_by("-number")
    editions = (
        Edition.objects.filter(number=Subquery(newest.values("number")[:1]))
        # Most editions link nothing; they are long, so they are not read at all.
        .annotate(written=Cast(F("definition"), TextField()))
        .filter(written__contains='"key_theme"')
        .defer("blocks", "survey__questions")
        .select_related("survey__consultation")
        .order_by("-survey__consultation__opens_on", "survey__title", "pk")
    )
    return [
        Linked(prompt, edition.survey, timezone.localdate(edition.published_at))
        for edition in editions
        for prompt in _prompts(edition, key_theme)
    ]


def consultations_asking(linked: Iterable[Linked]) -> list[Consultation]:
    """Return the consultations that asked these questions, each once, in their order."""
    found = {one.survey.consultation_id: one.survey.consultation for one in linked}
    return list(found.values())


def _prompts(edition: Edition, key_theme: str) -> list[str]:
    """Return the base wordings of the questions an edition links to a key theme."""
    return [
        base_words(edition.definition, question)["prompt"]
        for question in edition.definition["questions"]
        if question.get("key_theme") == key_theme
    ]
