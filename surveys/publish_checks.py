"""Where higher apps register what must be true before a survey is published."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey

PublishCheck = Callable[["Survey"], Iterable[str]]
_registered: dict[str, PublishCheck] = {}


def register(name: str, check: PublishCheck) -> None:
    """Have `check` asked before publishing; each sentence it yields refuses it."""
    _registered[name] = check


def reasons_not_to_publish(survey: "Survey") -> list[str]:
    """Return every sentence that refuses `survey`; none means it may be published."""
    return [
        reason for name in sorted(_registered) for reason in _registered[name](survey)
    ]
