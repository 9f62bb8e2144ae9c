"""What a release is made from, gathered by queries and told to nobody as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from voice.releases.logic.tables import Named, NamedSurvey, OpenQuestion
from voice.releases.logic.tally import ClosedQuestion, Counted
from voice.releases.logic.theme_rows import ThemeEntry


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a release is made from; true numbers, told to nobody as they are.

    `breakdowns` maps each declared breakdown to its groups in the declared order;
    `said` maps responses with a kept comment to the keys of their themes;
    `withheld` maps every reason for keeping a comment back to how many there are;
    `set_aside` is how many responses a rule left out, None without a rule;
    `group_of` gives, for each declared breakdown, the group of everybody in `said`;
    `themes_in_words` says that one person alone found the themes; `left_out` are keys
    of the questions whose themes are not in `said`, as people heard too different ones;
    `ids` are those of `responses`, for the release's roll.
    """

    consultation: Named
    survey: NamedSurvey
    editions: Sequence[int]
    asked: int
    asked_who: str
    missing: str
    questions: Sequence[ClosedQuestion]
    open_questions: Sequence[OpenQuestion]
    responses: Sequence[Counted]
    responses_of: Mapping[str, Sequence[Counted]]
    breakdowns: Mapping[str, Sequence[str]]
    themes: Sequence[ThemeEntry]
    said: Mapping[str, frozenset[str]]
    withheld: Mapping[str, int]
    set_aside: int | None = None
    group_of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    themes_in_words: bool = False
    left_out: Sequence[str] = ()
    ids: Sequence[UUID] = ()
