"""Says, in sentences, why a survey cannot be published yet."""

from surveys.logic.findings import Finding
from surveys.models import Survey
from surveys.queries.checking import findings_of


def reasons_against(survey: Survey) -> list[str]:
    """Return every reason why `survey` as it stands cannot be published; none is yes."""
    return [_told(finding) for finding in findings_of(survey) if finding.is_error]


def _told(finding: Finding) -> str:
    """Return what is wrong, after the words of the question it is about."""
    if not finding.about:
        return finding.sentence
    return f"“{finding.about}”: {finding.sentence}"
