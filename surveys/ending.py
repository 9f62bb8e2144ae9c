"""Where higher apps register why a consultation cannot be ended yet.

Ending means that young people lose sight of it: its page goes, or what they answered
is put away. The reply lies above surveys.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from surveys.logic.findings import Finding

if TYPE_CHECKING:
    from surveys.models import Consultation

WhyNot = Callable[["Consultation"], Iterable[Finding]]
_registered: dict[str, WhyNot] = {}


def register(name: str, why_not: WhyNot) -> None:
    """Have `why_not` asked before a consultation is ended; it yields what is missing."""
    _registered[name] = why_not


def reasons_not_to_end(consultation: "Consultation") -> list[Finding]:
    """Return what young people are still owed, and where it is done; none is a yes."""
    return [
        finding
        for name in sorted(_registered)
        for finding in _registered[name](consultation)
    ]
