"""The chain, walked both ways: from evidence back to the question, and on to what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from surveys.enums import QuestionKind
from surveys.logic.asked import asked_in, base_words
from surveys.models import Consultation, Edition, Survey
from voice.releases.logic.tables import OpenQuestion, QuestionTable, ThemeRow
from voice.releases.models import Release
from voice.releases.queries import standing_releases, verified
from voice.statement.led import Ground, Led, led_by
from voice.statement.models import Evidence
from voice.statement.queries.evidence import every_evidence


@dataclass(frozen=True, slots=True)
class AskedIn:
    """One question as one edition asked it, and from which day on."""

    number: int
    on: date
    prompt: str


@dataclass(frozen=True, slots=True)
class AskedThen:
    """A question that evidence rests on: as it was released, and as it was asked."""

    question: OpenQuestion
    editions: list[AskedIn]


@dataclass(frozen=True, slots=True)
class Back:
    """Where a piece of evidence comes from, and what rests on it."""

    evidence: Evidence
    asked: list[AskedThen]
    consultation: Consultation | None
    led: list[Led]


@dataclass(frozen=True, slots=True)
class Told:
    """What one release that stands tells of a question: its options, or the themes."""

    release: Release
    question: QuestionTable | None
    themes: list[ThemeRow]


@dataclass(slots=True)
class Fed:
    """One question: in which editions it was asked, what is told of it, what it fed."""

    key: str
    prompt: str
    editions: list[AskedIn] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    led: list[Led] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Forward:
    """What each question of a survey fed, and what rests on the whole of it."""

    questions: list[Fed]
    whole: list[Led]


def back_from(evidence: Evidence) -> Back:
    """Return the way back from a piece of evidence in full; at most three queries more.

    A file goes back to nothing: no release tells it.
    """
    release = evidence.release
    if release is None:
        return Back(evidence, [], None, _led_by([evidence]))
    editions = list(
        release.survey.editions.filter(number__in=release.tables["editions"])
        .defer("blocks")
        .order_by("number")
    )
    return Back(
        evidence,
        [
            AskedThen(question, _asked_in(editions, question["key"]))
            for question in evidence.frozen["questions"]
        ],
        release.survey.consultation,
        _led_by([evidence]),
    )


def forward_from(survey: Survey) -> Forward:
    """Return what each question of `survey` fed, in the order asked.

    A question that fed nothing is there too. Recalled and set aside evidence is there,
    to be shown as such; of recalled releases nothing is told. Raises ReleaseAltered.
    """
    asked = _questions(survey)
    releases = [
        verified(one)
        for one in standing_releases()
        .filter(survey=survey)
        .prefetch_related("quotes")
        .order_by("number")
    ]
    for release in releases:
        _tell(asked, release)
    evidence = list(every_evidence().filter(release__survey=survey))
    for piece in evidence:
        for question in piece.frozen["questions"]:
            _fed(asked, question["key"], question["prompt"]).evidence.append(piece)
    led = led_by(
        Ground(
            consultations={survey.consultation_id},
            releases={one.pk for one in releases},
            key_themes={one.key_theme_id for one in evidence if one.stands},
            actions={one.action_id for one in evidence if one.action_id and one.stands},
        )
    )
    shared = {id(one) for fed in asked.values() for one in _share_out(fed, led)}
    return Forward(list(asked.values()), [one for one in led if id(one) not in shared])


def came_of(evidence: Iterable[Evidence]) -> list[Led]:
    """Return what rests on the actions that these pieces of evidence, standing, feed."""
    actions = {one.action_id for one in evidence if one.stands and one.action_id}
    return led_by(Ground(actions=actions)) if actions else []


def surveys_heard() -> list[Survey]:
    """Return the surveys with a release that stands, the newest consultation first."""
    return list(
        Survey.objects.filter(releases__in=standing_releases())
        .select_related("consultation")
        .order_by("-consultation__opens_on", "title")
        .distinct()
    )


def _led_by(evidence: list[Evidence]) -> list[Led]:
    """Return what rests on some evidence: its action, key theme and release."""
    standing = [one for one in evidence if one.stands]
    return led_by(
        Ground(
            consultations={
                one.release.survey.consultation_id for one in standing if one.release
            },
            releases={one.release_id for one in standing if one.release_id},
            key_themes={one.key_theme_id for one in standing},
            actions={one.action_id for one in standing if one.action_id},
        )
    )


def _questions(survey: Survey) -> dict[str, Fed]:
    """Return each question of a survey that waits for an answer, in the order asked."""
    editions = list(survey.editions.defer("blocks").order_by("number"))
    rows = survey.question_rows.exclude(
        kind__in=sorted(QuestionKind.silent())
    ).order_by("position")
    return {
        row.key: Fed(row.key, row.prompt, _asked_in(editions, row.key)) for row in rows
    }


def _asked_in(editions: Iterable[Edition], key: str) -> list[AskedIn]:
    """Return the editions that asked a question, with its words in each."""
    found = [(one, asked_in(one.definition, key)) for one in editions]
    return [
        AskedIn(
            one.number,
            timezone.localdate(one.published_at),
            base_words(one.definition, question)["prompt"],
        )
        for one, question in found
        if question is not None
    ]


def _fed(asked: dict[str, Fed], key: str, prompt: str) -> Fed:
    """Return the line of a question; of one that is asked no more, a new one."""
    return asked.setdefault(key, Fed(key, prompt))


def _tell(asked: dict[str, Fed], release: Release) -> None:
    """Add what a release tells beside the questions it tells it of."""
    tables = release.tables
    for table in tables["questions"]:
        fed = _fed(asked, table["key"], table["prompt"])
        fed.told.append(Told(release, table, []))
    for question in tables["open_questions"]:
        fed = _fed(asked, question["key"], question["prompt"])
        fed.told.append(Told(release, None, tables["themes"]))


def _share_out(fed: Fed, led: list[Led]) -> list[Led]:
    """Put beside a question what rests on an action that it feeds, and return that."""
    actions = {one.action_id for one in fed.evidence if one.stands}
    fed.led = [one for one in led if one.action and one.action in actions]
    return fed.led
