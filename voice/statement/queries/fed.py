"""Forward from a survey: every piece of evidence and action its questions fed."""

from dataclasses import dataclass, field

from surveys.enums import QuestionKind
from surveys.models import Survey
from voice.releases.queries import standing_releases
from voice.statement.models import Evidence
from voice.statement.queries.evidence import evidence_in_full


@dataclass(slots=True)
class Fed:
    """One question as it was worded, and the evidence that rests on it."""

    key: str
    prompt: str
    evidence: list[Evidence] = field(default_factory=list)


def what_it_fed(survey: Survey) -> list[Fed]:
    """Return each question of `survey` with what it fed, in the order asked.

    A question that fed nothing is there too, with no evidence; two queries.
    """
    asked = {
        row.key: Fed(row.key, row.prompt)
        for row in survey.question_rows.exclude(
            kind__in=sorted(QuestionKind.silent())
        ).order_by("position")
    }
    for evidence in evidence_in_full().filter(release__survey=survey):
        for question in evidence.frozen["questions"]:
            row = asked.setdefault(
                question["key"], Fed(question["key"], question["prompt"])
            )
            row.evidence.append(evidence)
    return list(asked.values())


def surveys_heard() -> list[Survey]:
    """Return the surveys with a release that stands, the newest consultation first."""
    return list(
        Survey.objects.filter(releases__in=standing_releases())
        .select_related("consultation")
        .order_by("-consultation__opens_on", "title")
        .distinct()
    )
