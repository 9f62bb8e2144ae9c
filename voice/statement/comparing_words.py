"""What differs between two plans, in sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.statement.enums import ActionStatus, Direction, SourceKind
from voice.statement.logic.comparing import Change, Happened, Part, by_what_happened
from voice.statement.logic.plan import PlanSource

HEADINGS: dict[Happened, Promise] = {
    Happened.ADDED: gettext_lazy("New"),
    Happened.DROPPED: gettext_lazy("Not there any more"),
    Happened.WITHDRAWN: gettext_lazy("Withdrawn"),
    Happened.BROUGHT_BACK: gettext_lazy("Taken up again"),
    Happened.MOVED: gettext_lazy("Moved"),
    Happened.CHANGED: gettext_lazy("Changed"),
}

PARTS: dict[Part, Promise] = {
    Part.STATEMENT: gettext_lazy("The statement"),
    Part.TASK_GROUP: gettext_lazy("Task group “%(title)s”"),
    Part.KEY_THEME: gettext_lazy("Key theme %(number)s"),
    Part.AREA: gettext_lazy("Area %(number)s"),
    Part.ACTION: gettext_lazy("Action %(number)s"),
    Part.MEASURE: gettext_lazy("Measure “%(title)s” of action %(number)s"),
}

CHANGED: dict[str, Promise] = {
    "title": gettext_lazy("%(what)s reads “%(after)s”; before: “%(before)s”."),
    "number": gettext_lazy("%(what)s was number %(before)s before."),
    "source": gettext_lazy("%(what)s comes from: %(after)s; before: %(before)s."),
    "owner": gettext_lazy("%(what)s is owned by %(after)s; before: %(before)s."),
    "starts_on": gettext_lazy("%(what)s starts: %(after)s; before: %(before)s."),
    "due_on": gettext_lazy("%(what)s is due on %(after)s; before: %(before)s."),
    "status": gettext_lazy("%(what)s is %(after)s; before: %(before)s."),
    "reason": gettext_lazy(
        "%(what)s stands so because: “%(after)s”; before: “%(before)s”."
    ),
    "baseline": gettext_lazy("%(what)s starts from %(after)s; before: %(before)s."),
    "target": gettext_lazy("%(what)s has the goal %(after)s; before: %(before)s."),
    "latest": gettext_lazy("%(what)s reads %(after)s; before: %(before)s."),
    "task_group": gettext_lazy(
        "%(what)s is carried out by %(after)s; before: %(before)s."
    ),
    "unit": gettext_lazy("%(what)s is in %(after)s; before: %(before)s."),
    "direction": gettext_lazy("%(what)s: %(after)s; before: %(before)s."),
    "name": gettext_lazy("%(what)s was called “%(before)s” before."),
    "lead": gettext_lazy("%(what)s is led by %(after)s; before: %(before)s."),
    "answers": gettext_lazy("%(what)s answers “%(after)s”; before: “%(before)s”."),
    "ends_on": gettext_lazy("%(what)s ends on %(after)s; before: %(before)s."),
}
# Of a part as a whole; a measure and a task group are named by their titles already.
NAMED_BY_TITLE = frozenset({Part.MEASURE, Part.TASK_GROUP})
WHOLE: dict[Happened, Promise] = {
    Happened.ADDED: gettext_lazy("%(what)s is new: “%(title)s”."),
    Happened.DROPPED: gettext_lazy("%(what)s is not there: “%(title)s”."),
    Happened.WITHDRAWN: gettext_lazy(
        "%(what)s, “%(title)s”, was withdrawn. Why: %(after)s"
    ),
    Happened.BROUGHT_BACK: gettext_lazy(
        "%(what)s, “%(title)s”, is not withdrawn any more."
    ),
    Happened.MOVED: gettext_lazy(
        "%(what)s moved to “%(after)s”; before: “%(before)s”."
    ),
}
OF_MEASURES: dict[Happened, Promise] = {
    Happened.ADDED: gettext_lazy("%(what)s is new."),
    Happened.DROPPED: gettext_lazy("%(what)s is not there."),
}
# Where nothing stands any more, one sentence says so.
EMPTIED: dict[str, Promise] = {
    "due_on": gettext_lazy("%(what)s is ongoing; before it was due on %(before)s."),
    "reason": gettext_lazy("%(what)s gives no reason any more; before: “%(before)s”."),
}
NOTHING: dict[str, Promise] = {
    "starts_on": gettext_lazy("no day"),
    "due_on": gettext_lazy("ongoing"),
    "reason": gettext_lazy("no reason"),
    "latest": gettext_lazy("not read yet"),
    "task_group": gettext_lazy("no task group"),
    "unit": gettext_lazy("no unit"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Changes of one kind, each a sentence."""

    heading: str
    sentences: list[str]


def changes_told(changes: Iterable[Change]) -> list[Told]:
    """Return changes in sentences, what is new first."""
    return [
        Told(str(HEADINGS[happened]), [sentence_of(one) for one in found])
        for happened, found in by_what_happened(changes).items()
    ]


def sentence_of(change: Change) -> str:
    """Return one change as people say it."""
    said = {
        "what": str(PARTS[change.part])
        % {"number": change.number, "title": change.title},
        "title": change.title,
        "before": said_of(change.field, change.before),
        "after": said_of(change.field, change.after),
    }
    return _sentence(change) % said


def _sentence(change: Change) -> str:
    """Return the sentence of a change, with places for its words."""
    if change.happened == Happened.CHANGED:
        emptied = not change.after and change.field in EMPTIED
        return str((EMPTIED if emptied else CHANGED)[change.field])
    if change.part in NAMED_BY_TITLE and change.happened in OF_MEASURES:
        return str(OF_MEASURES[change.happened])
    return str(WHOLE[change.happened])


def said_of(field: str, value: str) -> str:
    """Return the value of a field as the page says it."""
    if not value:
        return str(NOTHING.get(field, gettext_lazy("nothing")))
    if field in {"due_on", "starts_on", "ends_on"}:
        return day_words(value)
    if field == "direction":
        return str(Direction(value).label).lower()
    if field == "status":
        return str(ActionStatus(value).label).lower()
    if field == "source":
        kind, inspection, recommendation, on = value.split("\t")
        return source_words(
            {
                "kind": kind,
                "inspection": inspection,
                "recommendation": recommendation,
                "on": on,
            }
        )
    if field == "latest":
        on, _tab, read = value.partition("\t")
        return _("%(value)s on %(day)s") % {"value": read, "day": day_words(on)}
    return value


def day_words(iso: str) -> str:
    """Return an ISO date as people write it; empty for none."""
    day = parse_date(iso) if iso else None
    return date_format(day, "j F Y") if day else ""


def source_words(source: PlanSource) -> str:
    """Return where an area comes from, as voice.statement.models.Area.source says it."""
    if source["kind"] == SourceKind.OURS:
        return str(SourceKind.OURS.label)
    return ", ".join(_source_parts(source))


def _source_parts(source: PlanSource) -> Iterator[str]:
    """Yield inspection, recommendation and date, those there are."""
    yield source["inspection"]
    if source["recommendation"]:
        yield _("recommendation %(number)s") % {"number": source["recommendation"]}
    if source["on"]:
        yield day_words(source["on"])
