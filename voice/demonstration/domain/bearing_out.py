"""Bears the statement out: a file, an area's evidence, a challenge, a piece set aside."""

from voice.demonstration.domain.telling import Telling
from voice.demonstration.story import evidence as told
from voice.releases.models import Release
from voice.statement.domain.challenges import answer_challenge
from voice.statement.domain.evidence import cite_result, cite_theme
from voice.statement.domain.evidence_files import cite_file
from voice.statement.domain.placing import Spot
from voice.statement.domain.setting_aside import set_evidence_aside
from voice.statement.enums import Stance
from voice.statement.models import Action, Area, KeyTheme


def bear_out(telling: Telling, releases: dict[str, Release]) -> None:
    """Add what is more than a theme or a quote under an action."""
    _bring_file(telling)
    _speak_of_area(telling, releases)
    _challenge(telling, releases)
    _misplace(telling, releases)


def _bring_file(telling: Telling) -> None:
    """Bring what a group of young people counted."""
    action = Action.objects.select_related("area__key_theme").get(
        title=told.FILE_ACTION
    )
    cite_file(
        told.FILE.encode(),
        title=told.FILE_TITLE,
        source=told.FILE_SOURCE,
        shows=told.FILE_SHOWS,
        dated_on=telling.on(told.FILE_DAY),
        at=Spot(action.area.key_theme, action),
        stance=Stance.SUPPORTS,
        by=telling.people["worker"],
    )


def _speak_of_area(telling: Telling, releases: dict[str, Release]) -> None:
    """Let a theme bear on a whole area."""
    area = Area.objects.select_related("key_theme").get(number=told.AREA_NUMBER)
    survey, theme = told.AREA_THEME
    cite_theme(
        releases[survey],
        theme_name=theme,
        key_theme=area.key_theme,
        area=area,
        stance=Stance.SUPPORTS,
        by=telling.people["worker"],
    )


def _challenge(telling: Telling, releases: dict[str, Release]) -> None:
    """Let children challenge a key theme, and answer them."""
    survey, question, option = told.CHALLENGE
    evidence = cite_result(
        releases[survey],
        question_key=question,
        option_key=option,
        key_theme=KeyTheme.objects.get(number=told.CHALLENGED),
        stance=Stance.CHALLENGES,
        by=telling.people["worker"],
    )
    answer_challenge(evidence, text=told.CHALLENGE_ANSWER, by=telling.people["worker"])


def _misplace(telling: Telling, releases: dict[str, Release]) -> None:
    """Put a theme where it does not belong, and set it aside."""
    survey, theme = told.MISPLACED
    evidence = cite_theme(
        releases[survey],
        theme_name=theme,
        key_theme=KeyTheme.objects.get(number=told.MISPLACED_AT),
        stance=Stance.SUPPORTS,
        by=telling.people["worker"],
    )
    set_evidence_aside(evidence, reason=told.MISPLACED_WHY, by=telling.people["worker"])
