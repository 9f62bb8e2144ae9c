"""Keeps the council's lists of workers' words."""

from django.db import transaction
from django.utils import timezone

from surveys.logic.jargon import terms_in
from surveys.models import JargonList
from surveys.queries.jargon import lines_of
from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def keep_jargon(*, language: str, lines: str, by: User) -> JargonList:
    """Keep `lines` as the list of `language`; a term that comes twice is kept once."""
    before, after = terms_in(lines_of(language)), terms_in(lines)
    kept, _made = JargonList.objects.update_or_create(
        language=language,
        defaults={
            "lines": "\n".join(
                f"{term}: {instead}" if instead else term
                for term, instead in after.items()
            ),
            "changed_by": by,
            "changed_at": timezone.now(),
        },
    )
    record(
        "surveys.keep_jargon",
        of=kept,
        by=by,
        language=language,
        added=len(after.keys() - before.keys()),
        removed=len(before.keys() - after.keys()),
        terms=len(after),
    )
    return kept
