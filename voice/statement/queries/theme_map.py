"""Themes against the key themes of the Statement, and where nothing meets."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from voice.releases.logic.protected import Code
from voice.releases.logic.tables import ThemeRow
from voice.statement.models import Action, Evidence, KeyTheme, Statement, ThemeLink
from voice.statement.queries.released_themes import Round, released_themes
from voice.statement.queries.statements import key_themes_in_short
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models import Theme

# Often: a quarter of those who wrote, or about half and more where words tell it.
OFTEN_PERCENT = 25
OFTEN_WORDS = (Code.ABOUT_HALF, Code.MOST, Code.NEARLY_ALL)


@dataclass(slots=True)
class Meeting:
    """Where a theme and a key theme meet.

    `linked`: people say it belongs there; `cited`: pieces of evidence; `actions`: those
    that the evidence was added to.
    """

    key_theme: KeyTheme
    linked: bool = False
    cited: int = 0
    actions: list[Action] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Return how far it went: “action”, “cited”, “linked”, or nothing."""
        if self.actions:
            return "action"
        return "cited" if self.cited else "linked" if self.linked else ""


@dataclass(slots=True)
class Line:
    """One theme of the map: as it was last told, and where it meets the statement."""

    theme: int
    told: Round
    meetings: list[Meeting]

    @property
    def is_often(self) -> bool:
        """Say whether many of those who wrote say it."""
        return heard_often(self.told.row)

    @property
    def feeds_action(self) -> bool:
        """Say whether any action rests on it."""
        return any(meeting.actions for meeting in self.meetings)

    @property
    def is_nowhere(self) -> bool:
        """Say whether it meets no key theme at all."""
        return not any(meeting.kind for meeting in self.meetings)


@dataclass(frozen=True, slots=True)
class ThemeMap:
    """The map of one statement, with its gaps."""

    key_themes: list[KeyTheme]
    lines: list[Line]

    @property
    def without_action(self) -> list[Line]:
        """Return the themes heard often that no action rests on."""
        return [one for one in self.lines if one.is_often and not one.feeds_action]

    @property
    def nowhere(self) -> list[Line]:
        """Return the themes that meet no key theme, heard often or not."""
        return [one for one in self.lines if one.is_nowhere]

    @property
    def without_voice(self) -> list[tuple[KeyTheme, list[Action]]]:
        """Return the actions that no evidence from children was added to."""
        found = [
            (key_theme, [one for one in _actions_of(key_theme) if not one.pieces])  # type: ignore[attr-defined]
            for key_theme in self.key_themes
        ]
        return [(key_theme, actions) for key_theme, actions in found if actions]

    @property
    def unheard(self) -> list[KeyTheme]:
        """Return the key themes that no theme meets and no evidence speaks of."""
        met = {
            meeting.key_theme.pk
            for line in self.lines
            for meeting in line.meetings
            if meeting.kind
        }
        return [
            one
            for one in self.key_themes
            if one.pk not in met and not one.pieces  # type: ignore[attr-defined]
        ]


def heard_often(row: ThemeRow) -> bool:
    """Say whether a theme is heard often, from what is told of it alone."""
    if row["heard_from_few"]:
        return False
    if row["share"] is not None:
        return row["share"] >= OFTEN_PERCENT
    told = row["percent"] or row["count"]
    return told["code"] in OFTEN_WORDS


def theme_map(statement: Statement) -> ThemeMap:
    """Return the map of a statement: every theme in use that a release tells.

    The same number of queries however many there are. Raises ReleaseAltered.
    """
    released, key_themes = released_themes(), key_themes_in_short(statement)
    in_use = set(
        Theme.objects.filter(kind=ThemeKind.THEME)
        .exclude(state=ThemeState.RETIRED)
        .values_list("pk", flat=True)
    )
    lines = {
        theme: Line(theme, rounds[-1], [Meeting(one) for one in key_themes])
        for theme, rounds in released.rounds.items()
        if theme in in_use
    }
    _link(lines.values())
    actions = {
        one.pk: one for key_theme in key_themes for one in _actions_of(key_theme)
    }
    standing = Evidence.objects.standing().filter(key_theme__statement=statement)
    for release, names, key_theme, action in standing.values_list(
        "release", "frozen__themes", "key_theme", "action"
    ):
        for theme in released.called(release, names) & lines.keys():
            _cite(lines[theme], key_theme, actions.get(action))
    return ThemeMap(key_themes, sorted(lines.values(), key=_most_heard_first))


def _link(lines: Iterable[Line]) -> None:
    """Note which key theme each line belongs to."""
    links = dict(ThemeLink.objects.order_by().values_list("theme", "key_theme"))
    for line in lines:
        for meeting in line.meetings:
            meeting.linked = links.get(line.theme) == meeting.key_theme.pk


def _cite(line: Line, key_theme: int, action: Action | None) -> None:
    """Note a piece of evidence where it stands; `action` if it was not withdrawn."""
    for meeting in line.meetings:
        if meeting.key_theme.pk == key_theme:
            meeting.cited += 1
            if action and action not in meeting.actions:
                meeting.actions.append(action)


def _most_heard_first(line: Line) -> tuple[bool, int, str]:
    """Return a sort key made from what is told alone."""
    return not line.is_often, -(line.told.row["share"] or 0), line.told.row["name"]


def _actions_of(key_theme: KeyTheme) -> list[Action]:
    """Return every action of a key theme that was not withdrawn."""
    return [
        one
        for area in key_theme.areas.all()
        for one in area.actions.all()
        if not one.is_withdrawn
    ]
