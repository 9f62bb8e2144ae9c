"""Reads ways in to a survey, for those who run it."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from surveys.enums import InvitationKind
from surveys.logic.definition import SurveyWords, survey_words
from surveys.models import Invitation, Survey
from surveys.queries.opening import edition_to_answer
from surveys.queries.steps import definition_of


def kinds_of(survey: Survey) -> list[InvitationKind]:
    """Return the kinds of ways in that `survey` has, in the order they are told."""
    found = set(survey.invitations.order_by().values_list("kind", flat=True))
    return [kind for kind in InvitationKind if kind.value in found]


def ways_into(
    survey: Survey, *, kind: str = "", state: str = ""
) -> QuerySet[Invitation]:
    """Return the ways in of a survey: of one `kind`, "open" ones or those "over"."""
    ways = survey.invitations.select_related("made_by", "group_session")
    if kind:
        ways = ways.filter(kind=kind)
    today, now = timezone.localdate(), timezone.now()
    over = (
        Q(stopped_at__isnull=False)
        | Q(expires_on__isnull=False, expires_on__lt=today)
        | Q(group_session__closed_at__isnull=False)
        | Q(group_session__closes_at__isnull=False, group_session__closes_at__lte=now)
    )
    if state == "over":
        return ways.filter(over)
    return ways.exclude(over) if state == "open" else ways


def languages_given(survey: Survey) -> list[str]:
    """Return the languages posters and letters can be in: the newest edition's."""
    edition = edition_to_answer(survey)
    return definition_of(edition)["languages"] if edition else list(survey.languages)


def words_given(survey: Survey, language: str) -> SurveyWords | None:
    """Return the survey's own words in one of its languages; None before an edition."""
    edition = edition_to_answer(survey)
    if edition is None:
        return None
    return survey_words(definition_of(edition), language=language)
