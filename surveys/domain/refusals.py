"""Says, in sentences, why a survey cannot be published yet."""

from surveys.models import Survey
from surveys.queries.checking import findings_of


def reasons_against(survey: Survey) -> list[str]:
    """Return every reason why `survey` as it stands cannot be published; none is yes."""
    return [finding.sentence for finding in findings_of(survey) if finding.is_error]
