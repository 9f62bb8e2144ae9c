"""Reads two editions of a survey, or an edition and the draft, beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.logic.comparing import differences
from surveys.models import Edition, Survey
from surveys.queries.editions import next_definition
from surveys.queries.told_differences import ToldComparison, told

DRAFT = "draft"


@dataclass(frozen=True)
class Compared:
    """Which two were compared, and what is other; `after` is None for the draft."""

    before: Edition
    after: Edition | None
    told: ToldComparison

    @property
    def later(self) -> str:
        """Return what names the later one in an address."""
        return DRAFT if self.after is None else str(self.after.number)


def compared(
    survey: Survey, editions: Sequence[Edition], *, before: int, after: int | None
) -> Compared | None:
    """Return two editions by number compared, the draft for `after` None.

    None when there is no such edition, or the later is not later.
    """
    by_number = {edition.number: edition for edition in editions}
    first = by_number.get(before)
    second = None if after is None else by_number.get(after)
    if first is None or (after is not None and (second is None or after <= before)):
        return None
    later = next_definition(survey) if second is None else second.definition
    earlier = [by_number[n].definition for n in sorted(by_number) if n < before]
    found = differences(first.definition, later, earlier=earlier)
    return Compared(first, second, told(found, before=first.definition, after=later))


def next_edition(survey: Survey) -> ToldComparison | None:
    """Return what publishing the newest draft would change; None before the first."""
    editions = list(survey.editions.order_by("-number"))
    if not editions:
        return None
    found = compared(survey, editions, before=editions[0].number, after=None)
    return found.told if found else None
