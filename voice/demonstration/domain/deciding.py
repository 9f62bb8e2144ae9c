"""Decides: the statement, its measures, and the evidence from children under it."""

from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.statement import (
    ANSWERS,
    ENDS,
    GROUP_LEAD,
    KEY_THEMES,
    STARTS,
    TASK_GROUP,
    TITLE,
)
from voice.demonstration.story.told_statement import ToldAction, ToldArea, ToldKeyTheme
from voice.releases.models import Release
from voice.statement.domain.actions import (
    add_action,
    add_measure,
    read_measure,
    update_action,
)
from voice.statement.domain.evidence import cite_quote, cite_result, cite_theme
from voice.statement.domain.statements import (
    add_area,
    add_key_theme,
    create_statement,
)
from voice.statement.domain.task_groups import add_task_group
from voice.statement.enums import SourceKind, Stance
from voice.statement.logic.sources import OURS, AreaSource
from voice.statement.models import Action, Area, KeyTheme, TaskGroup

Releases = dict[str, Release]


def begin_statement(telling: Telling) -> None:
    """Write the statement's key themes, so that questions can be linked to them."""
    worker = telling.people["worker"]
    statement = create_statement(
        TITLE,
        answers=ANSWERS,
        starts_on=telling.on(STARTS),
        ends_on=telling.on(ENDS),
        by=worker,
    )
    for told in KEY_THEMES:
        add_key_theme(statement, title=told.title, number=told.number, by=worker)
    add_task_group(
        statement,
        name=TASK_GROUP,
        lead_title=GROUP_LEAD,
        members=[telling.people["owner"]],
        by=worker,
    )


def decide(telling: Telling, releases: Releases) -> dict[str, Action]:
    """Write what is under each key theme; return the actions by the story's keys."""
    worker = telling.people["worker"]
    actions: dict[str, Action] = {}
    for told in KEY_THEMES:
        key_theme = KeyTheme.objects.get(number=told.number)
        for area_told in told.areas:
            area = add_area(
                key_theme,
                title=area_told.title,
                source=_source(telling, area_told),
                number=area_told.number,
                by=worker,
            )
            for action_told in area_told.actions:
                actions[action_told.key] = _act(telling, area, action_told)
                _cite_for(telling, releases, actions[action_told.key], action_told)
        _cite_whole(telling, releases, key_theme, told)
    return actions


def _source(telling: Telling, told: ToldArea) -> AreaSource:
    """Return where an area comes from."""
    if told.source is None:
        return OURS
    inspection, number, day = told.source
    return AreaSource(SourceKind.RECOMMENDATION, inspection, number, telling.on(day))


def _act(telling: Telling, area: Area, told: ToldAction) -> Action:
    """Add one action with its measure and what its owner last said."""
    worker = telling.people["worker"]
    owner = telling.people["owner"] if told.owned else None
    action = add_action(
        area,
        title=told.title,
        owner_title=told.owner_title,
        owner=owner,
        due_on=None if told.due is None else telling.on(told.due),
        task_group=TaskGroup.objects.get() if told.grouped else None,
        by=worker,
    )
    if told.measure:
        measure = add_measure(
            action,
            title=told.measure.title,
            baseline=told.measure.baseline,
            target=told.measure.target,
            direction=told.measure.direction,
            by=worker,
        )
        for day, value in told.measure.readings:
            read_measure(measure, value=value, on=telling.on(day), by=owner or worker)
    update_action(
        action,
        status=told.status,
        note=told.note,
        reason=told.reason,
        by=owner or worker,
    )
    return action


def _cite_for(
    telling: Telling, releases: Releases, action: Action, told: ToldAction
) -> None:
    """Put the evidence of one action under it."""
    key_theme = action.area.key_theme
    worker = telling.people["worker"]
    for survey, theme, stance in told.themes:
        cite_theme(
            releases[survey],
            theme_name=theme,
            key_theme=key_theme,
            action=action,
            stance=stance,
            by=worker,
        )
    for survey, begins in told.quotes:
        cite_quote(
            releases[survey].quotes.get(text__startswith=begins),
            key_theme=key_theme,
            action=action,
            stance=Stance.SUPPORTS,
            by=worker,
        )


def _cite_whole(
    telling: Telling, releases: Releases, key_theme: KeyTheme, told: ToldKeyTheme
) -> None:
    """Put the evidence that bears on a whole key theme under it."""
    worker = telling.people["worker"]
    for survey, theme, stance in told.themes:
        cite_theme(
            releases[survey],
            theme_name=theme,
            key_theme=key_theme,
            stance=stance,
            by=worker,
        )
    for survey, question, option, stance in told.results:
        cite_result(
            releases[survey],
            question_key=question,
            option_key=option,
            key_theme=key_theme,
            stance=stance,
            by=worker,
        )
