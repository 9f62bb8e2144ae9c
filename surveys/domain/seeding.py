"""Fills a survey with invented answers, to try how much a house bears."""

from collections.abc import Iterator
from itertools import batched, islice
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from surveys.enums import (
    Agreement,
    Company,
    HelpedBy,
    InvitationKind,
    ResponseState,
)
from surveys.logic.seeding import invented_answers
from surveys.logic.weeks import monday
from surveys.models import Edition, Invitation, Response, Survey, SurveyMember
from surveys.queries.editions import current_edition
from surveys.time_taken import Took

LABEL = "Invented answers"
BATCH = 10_000
INSERT = (
    "INSERT INTO surveys_response (id, edition_id, invitation_id, state, language,"
    " age_band, helped_by, company, took, help_given, agreement, is_checked, answers, week)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


class TrueAnswers(Exception):
    """Somebody has answered the survey: invented answers never stand among theirs."""


class NotReady(Exception):
    """The survey has no edition to answer, or nobody who runs it."""


def seed_responses(survey: Survey, *, count: int, seed: int) -> int:
    """Add `count` finished, invented responses to a survey; return how many it has.

    The same `seed` gives the same answers. Raises TrueAnswers when anybody answered
    through another way in, and NotReady.
    """
    edition = current_edition(survey)
    member = SurveyMember.objects.filter(survey=survey).order_by("pk").first()
    if edition is None or member is None:
        raise NotReady
    true = Response.objects.filter(edition__survey=survey)
    if true.exclude(invitation__label=LABEL).exists():
        raise TrueAnswers
    invitation, _new = Invitation.objects.get_or_create(
        survey=survey,
        kind=InvitationKind.LINK,
        label=LABEL,
        defaults={"stopped_at": timezone.now(), "made_by": member.user},
    )
    rows = _rows(edition, invitation, Random(seed))  # noqa: S311 - invented answers
    with transaction.atomic(), connection.cursor() as cursor:
        for batch in batched(islice(rows, count), BATCH):
            cursor.executemany(INSERT, batch)
    return true.count()


def _rows(
    edition: Edition, invitation: Invitation, random: Random
) -> Iterator[tuple[Any, ...]]:
    """Yield rows as the database takes them, without end."""
    definition = edition.definition
    key, week = Response.id.field, Response.week.field
    this_week = week.get_db_prep_value(monday(timezone.localdate()), connection)
    bands, languages = definition["age_bands"], definition["languages"]
    times = [one.value for one in Took.known()]
    company = [Company.ALONE.value, Company.NEARBY.value, Company.HELPING.value]
    for answers in invented_answers(definition["questions"], random):
        pk = UUID(bytes=random.randbytes(16), version=4)
        yield (
            key.get_db_prep_value(pk, connection),
            edition.pk,
            invitation.pk,
            ResponseState.FINISHED.value,
            random.choice(languages),
            random.choice(bands),
            HelpedBy.NOT_SAID.value,
            random.choice(company),
            random.choice(times),
            "[]",
            Agreement.NOT_ASKED.value,
            False,
            answers,
            this_week,
        )
