"""Earlier rounds, never handed out before their hash has been checked."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from surveys.models import Survey
from surveys.queries.joined import newest_questions
from voice.releases.enums import ReleaseState
from voice.releases.logic.earlier import Measures
from voice.releases.logic.round_draft import RoundDraft
from voice.releases.models import EarlierRound, Release
from voice.releases.queries.editions import CLOSED, closed_question
from voice.releases.queries.material import themes_told
from voice.themes.enums import ThemeKind


class RoundAltered(Exception):
    """An earlier round is not what was kept: something changed it from outside."""

    def __init__(self, earlier: EarlierRound) -> None:
        super().__init__(
            _("The earlier round “%(title)s” is not what was kept.")
            % {"title": earlier.title}
        )
        self.earlier = earlier


def verified_round(earlier: EarlierRound) -> EarlierRound:
    """Return the round; raises RoundAltered when it is not what was kept."""
    if draft_of(earlier).content_hash != earlier.content_hash:
        raise RoundAltered(earlier)
    return earlier


def draft_of(earlier: EarlierRound) -> RoundDraft:
    """Return what a kept round tells."""
    return RoundDraft(earlier.title, earlier.source, earlier.held_on, earlier.tables)


def earlier_rounds(survey: Survey | None = None) -> list[EarlierRound]:
    """Return the earlier rounds, of one survey or of all, the oldest first; each checked."""
    found = EarlierRound.objects.select_related("survey", "imported_by")
    if survey is not None:
        found = found.filter(survey=survey)
    return [verified_round(one) for one in found]


def releases_beside(earlier: EarlierRound) -> QuerySet[Release]:
    """Return the releases that were made of its survey with this round beside them.

    Each was tried against what the round tells, and is read beside it.
    """
    return (
        Release.objects.filter(
            survey=earlier.survey_id, proposed_at__gte=earlier.imported_at
        )
        .exclude(state=ReleaseState.DROPPED)
        .order_by("number")
    )


def measures_of(survey: Survey) -> Measures:
    """Return what an earlier round of a survey can be told of."""
    consultation = survey.consultation
    editions = list(survey.editions.order_by("-number"))
    return Measures(
        consultation={"slug": consultation.slug, "title": consultation.title},
        survey={"slug": survey.slug, "title": survey.title},
        questions=[
            closed_question(edition, question, editions)
            for edition, question in newest_questions(editions)
            if question["kind"] in CLOSED
        ],
        themes=[one for one in themes_told(survey) if one.kind == ThemeKind.THEME],
    )
