"""Copies surveys: the same questions and wordings, to be asked by themselves."""

from copy import deepcopy
from typing import Any
from uuid import uuid4

from django.db import transaction

from surveys.domain.beginning import free_slug
from surveys.domain.members import begin_membership
from surveys.models import Consultation, Survey, Wording
from voice.accounts.models import User
from voice.audit.domain.record import record

# Everything a worker writes; whatever is missing here begins anew in a copy.
COPIED = (
    "introduction",
    "thanks",
    "support",
    "rests",
    "assistant",
    "older_too",
    "expected",
    "mode",
    "audience",
    "asked_who",
    "asked",
    "age_bands",
    "languages",
    "breakdowns",
    "keep_words_days",
    "keep_responses_days",
    "keep_contact_days",
)


@transaction.atomic
def copy_survey(
    survey: Survey, *, title: str, consultation: Consultation, by: User
) -> Survey:
    """Return a new draft with the newest questions and all wordings of `survey`.

    Pictures and recordings come along. Ways in, answers, approvals of languages and
    the schedule do not. Whoever copies runs it. Raises NotAWorker.
    """
    newest = survey.get_latest_revision_as_object()
    copy = Survey(
        consultation=consultation,
        slug=free_slug(title),
        title=title,
        questions=[
            deepcopy(block) | {"id": str(uuid4())}
            for block in newest.questions.get_prep_value()
        ],
        **{name: deepcopy(getattr(newest, name)) for name in COPIED},
    )
    copy.save()
    copy.save_revision(user=by, clean=False)
    Wording.objects.bulk_create(_wordings(survey, copy))
    record("surveys.copy_survey", of=copy, by=by, copied=survey.pk)
    begin_membership(copy, by=by)
    return copy


def _wordings(survey: Survey, copy: Survey) -> list[Wording]:
    """Return the wordings of `survey` as rows of `copy`, not saved."""
    rows: list[Any] = list(survey.wordings.order_by("pk"))
    for row in rows:
        row.pk, row.survey = None, copy
    return rows
