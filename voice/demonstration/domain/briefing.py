"""Papers for the board: one person writes them, another approves, and they are issued."""

from voice.briefings.domain.briefings import begin_briefing
from voice.briefings.domain.issuing import approve_briefing, issue_briefing
from voice.briefings.domain.sections import Chosen, add_sections, write_section
from voice.briefings.enums import SectionKind
from voice.briefings.models import Briefing
from voice.briefings.queries.readiness import readiness_of
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.board import BOARD, MEETS_NEXT
from voice.demonstration.story.briefing import BRIEFINGS, ToldBriefing
from voice.releases.models import Release
from voice.statement.models import KeyTheme


def brief(telling: Telling, releases: dict[str, Release]) -> None:
    """Write, approve and issue the papers for the board's next meeting."""
    second = telling.people["worker2"]
    for told in BRIEFINGS:
        briefing = _write(telling, told, releases)
        approve_briefing(
            briefing,
            seen=readiness_of(briefing).paper["hash"],
            names_looked_at=True,
            by=second,
        )
        issue_briefing(briefing, by=second)


def _write(
    telling: Telling, told: ToldBriefing, releases: dict[str, Release]
) -> Briefing:
    """Write one briefing, section by section."""
    worker = telling.people["worker"]
    briefing = begin_briefing(
        told.title,
        audience=BOARD,
        meeting_on=telling.on(MEETS_NEXT),
        language=told.language,
        by=worker,
    )
    for said in told.sections:
        number = said.key_theme
        chosen = Chosen(
            SectionKind(said.kind),
            key_theme=KeyTheme.objects.get(number=number) if number else None,
            release=releases[said.release] if said.release else None,
        )
        [section] = add_sections(briefing, chosen=[chosen], by=worker)
        words, picture = said.easy
        write_section(
            section,
            heading=said.heading,
            commentary=said.commentary,
            parts=said.parts,
            easy_words=words,
            easy_picture=picture,
            by=worker,
        )
    return briefing
