"""What was there before: how many were asked, and a round with another tool."""

from surveys.domain.asked import keep_asked
from surveys.models import Invitation, Survey
from voice.council.queries.bands import band_called
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story import earlier
from voice.demonstration.story.surveys import WORKER
from voice.releases.domain.earlier_rounds import keep_round
from voice.releases.logic.earlier import EarlierCounts, earlier_tables
from voice.releases.logic.round_draft import RoundDraft
from voice.releases.logic.tally import Row
from voice.releases.queries.earlier_rounds import measures_of
from voice.releases.queries.rule import current_rule


def say_who_was_asked(telling: Telling, link: Invitation) -> None:
    """Say how many were asked through a poster, by age band, where the story knows."""
    asked = earlier.ASKED.get(link.survey.slug, {})
    groups = {band_called(band): number for band, number in asked.items()}
    if groups:
        keep_asked(link, groups=groups, by=telling.people["worker"])


def bring_round_in(telling: Telling) -> None:
    """Keep the round that was asked two years before, protected as any that comes in."""
    survey = Survey.objects.get(slug=WORKER.slug)
    measures = measures_of(survey)
    keys = {theme.name: theme.key for theme in measures.themes}
    counts = EarlierCounts(
        answered=earlier.ANSWERED,
        asked=earlier.COULD,
        questions={
            key: Row(answered, chosen)
            for key, (answered, chosen) in earlier.COUNTS.items()
        },
        wrote=earlier.WROTE,
        themes={keys[name]: number for name, number in earlier.SAID.items()},
    )
    tables = earlier_tables(
        counts,
        measures,
        current_rule(),
        title=earlier.TITLE,
        asked_who=earlier.ASKED_WHO,
    )
    draft = RoundDraft(
        tables=tables,
        title=earlier.TITLE,
        source=earlier.SOURCE,
        held_on=telling.on(earlier.DAY),
    )
    keep_round(survey, draft=draft, by=telling.people["worker"])
