"""Where the domain says how a survey becomes an edition, inside `Survey.publish`.

The survey is a Wagtail model and lies below the domain; `SurveysConfig.ready`
registers the one function that compiles. Wagtail's own `published` signal will not
do: it fires outside the transaction, so that a refusal would leave the survey live.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey
    from voice.accounts.models import User

Publish = Callable[["Survey", "User | None"], None]
_check: list[Publish] = []
_compile: list[Publish] = []


def register(*, check: Publish, compile_edition: Publish) -> None:
    """Have `check` refuse a schedule, and `compile_edition` make or refuse an edition."""
    _check[:] = [check]
    _compile[:] = [compile_edition]


def check_survey(survey: "Survey", by: "User | None") -> None:
    """Raise CannotPublish when `survey` as it stands could not be published."""
    for function in _check:
        function(survey, by)


def compile_survey(survey: "Survey", by: "User | None") -> None:
    """Make the edition of what is now live, or raise CannotPublish."""
    for function in _compile:
        function(survey, by)
