"""Where higher apps register what is looked at before a survey is published."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from surveys.logic.findings import Finding, error

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey

PublishCheck = Callable[["Survey"], Iterable[Finding | str]]
_registered: dict[str, PublishCheck] = {}


def register(name: str, check: PublishCheck) -> None:
    """Have `check` asked before publishing.

    It yields findings; a sentence alone is an error. An error refuses publishing.
    """
    _registered[name] = check


def findings_of_higher_apps(survey: "Survey") -> list[Finding]:
    """Return what every registered check finds in `survey`."""
    return [
        error(told) if isinstance(told, str) else told
        for name in sorted(_registered)
        for told in _registered[name](survey)
    ]


def reasons_not_to_publish(survey: "Survey") -> list[str]:
    """Return every sentence of higher apps that refuses `survey`; none is a yes."""
    return [
        finding.sentence
        for finding in findings_of_higher_apps(survey)
        if finding.is_error
    ]
