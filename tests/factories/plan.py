"""Makes a whole statement of a size, with everything its pages and the board's show."""

from datetime import timedelta
from itertools import cycle, islice

from django.urls import reverse
from django.utils import timezone

from tests.factories.minutes import (
    DecisionFactory,
    HeadlineFactory,
    MeetingFactory,
)
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    MeasureFactory,
    ReleaseFactory,
    StatementFactory,
    TaskGroupFactory,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory
from tests.factories.themes import ThemeFactory
from voice.briefings.models import Meeting
from voice.statement.domain.evidence import cite_quote, cite_result, cite_theme
from voice.statement.enums import ActionStatus
from voice.statement.models import ActionNote, Evidence, MeasureReading

# Key themes, areas, actions, pieces of evidence, releases.
SMALL = (2, 3, 6, 20, 2)
LARGE = (6, 38, 120, 2000, 10)
STATUSES = [
    (ActionStatus.RED, "Nine posts are empty."),
    (ActionStatus.AMBER, "Two of five teams."),
    (ActionStatus.GREEN, ""),
    (ActionStatus.NOT_STARTED, ""),
    (ActionStatus.COMPLETE, ""),
]


class Plan:
    """A statement of one size, with what its pages show, and where they are."""

    def __init__(self, size, *, worker, owner):
        themes, areas, actions, pieces, releases = size
        self.worker, self.owner = worker, owner
        self.statement = StatementFactory(
            starts_on=timezone.localdate() - timedelta(days=300 - themes)
        )
        group = TaskGroupFactory(statement=self.statement)
        self.key_themes = [
            KeyThemeFactory(statement=self.statement) for _ in range(themes)
        ]
        self.areas = [
            AreaFactory(key_theme=one) for one in islice(cycle(self.key_themes), areas)
        ]
        self.actions = [
            self._action(area, number, group)
            for number, area in enumerate(islice(cycle(self.areas), actions))
        ]
        self.theme = ThemeFactory(name="Something heard 0")
        self._cite(pieces, [self._release() for _ in range(releases)])
        self._read()
        self._meet()
        self.group = group

    def _action(self, area, number, group):
        """Make one action with its measure; every other one is the owner's."""
        status, reason = STATUSES[number % len(STATUSES)]
        action = ActionFactory(
            area=area,
            title=f"Something the council does about it, number {number}",
            status=status,
            reason=reason,
            owner=self.owner if number % 2 else None,
            task_group=group if number % 5 == 0 else None,
            due_on=timezone.localdate() + timedelta(days=number - 30),
        )
        action.measure = MeasureFactory(action=action)
        return action

    def _release(self):
        """Make an issued release with a dozen themes and three quotes, and its reply."""
        edition = EditionFactory()
        rows = [theme_row(f"Something heard {number}") for number in range(1, 12)]
        rows.insert(0, theme_row(self.theme.name, key=str(self.theme.pk)))
        quotes = [f"come wen u say {number}" for number in range(3)]
        release = ReleaseFactory(
            edition=edition, tables=tables(edition.survey, themes=rows), quotes=quotes
        )
        reply = ReplyFactory(release=release, published=True)
        PromiseFactory(reply=reply, action=self.actions[0])
        return release

    def _cite(self, pieces, releases):
        """Cite everything once on the first key theme, and again for each action."""
        first = self.key_themes[0]
        given = {"key_theme": first, "stance": "supports", "by": self.worker}
        made = []
        for release in releases:
            made += [
                cite_theme(release, theme_name=row["name"], **given)
                for row in release.tables["themes"]
            ]
            made.append(
                cite_result(
                    release, question_key="know_worker", option_key="yes", **given
                )
            )
            made += [cite_quote(quote, **given) for quote in release.quotes.all()]
        more = cycle(made)
        each = max((pieces - len(made)) // len(self.actions), 0)
        Evidence.objects.bulk_create(
            Evidence(
                key_theme_id=action.area.key_theme_id,
                action=action,
                release=one.release,
                kind=one.kind,
                stance=one.stance,
                quote=one.quote,
                cites=one.cites,
                frozen=one.frozen,
                added_by=self.worker,
            )
            for action in self.actions
            for one in islice(more, each)
        )
        self.evidence = made[0]
        self.survey = releases[0].survey

    def _read(self):
        """Give each action five updates, and each measure five readings."""
        now = timezone.now()
        ActionNote.objects.bulk_create(
            ActionNote(
                action=action,
                status=action.status,
                reason=action.reason,
                text="We met and agreed on what comes next.",
                by=self.worker,
                at=now - timedelta(days=20 * back + number % 40),
            )
            for number, action in enumerate(self.actions)
            for back in range(5)
        )
        MeasureReading.objects.bulk_create(
            MeasureReading(
                measure=action.measure,
                value=f"{70 + back}%",
                on=timezone.localdate() - timedelta(days=30 * back),
                by=self.worker,
            )
            for action in self.actions
            for back in range(5)
        )

    def _meet(self):
        """Have the board meet before the releases, and young editors agree sentences."""
        last = Meeting.objects.first() or MeetingFactory()
        for one in self.key_themes:
            DecisionFactory(meeting=last, key_theme=one)
            HeadlineFactory(key_theme=one)

    def pages(self):
        """Return the address of each page by its name, of the board and the desk."""
        busiest, action = self.key_themes[0].pk, self.actions[0].pk
        return {
            "board: first page": reverse("briefings:front"),
            "board: a key theme": reverse("briefings:key_theme", args=[busiest]),
            "board: where from": reverse("briefings:chain", args=[self.evidence.pk]),
            "board: decisions": reverse("briefings:decisions"),
            "desk: the statement": reverse("statement:statement"),
            "desk: a key theme": reverse("statement:key_theme", args=[busiest]),
            "desk: all actions": reverse("statement:actions"),
            "desk: actions, narrowed": reverse("statement:actions")
            + "?only=silent&sort=status&q=council",
            "desk: an action": reverse("statement:action", args=[action]),
            "desk: its history": reverse("statement:action_history", args=[action]),
            "desk: its update": reverse("statement:action_update", args=[action]),
            "desk: my actions": reverse("statement:my_actions"),
            "desk: task groups": reverse("statement:task_groups"),
            "desk: a task group": reverse("statement:task_group", args=[self.group.pk]),
            "desk: evidence": reverse("statement:evidence", args=[self.evidence.pk]),
            "desk: what it fed": reverse("statement:fed", args=[self.survey.slug]),
            "desk: gaps": reverse("statement:gaps"),
            "desk: a theme": reverse("statement:theme", args=[self.theme.pk]),
            "desk: the map": reverse("statement:map"),
            "desk: versions": reverse("statement:versions", args=[self.statement.pk]),
        }
