"""The same question in several rounds: what was told of it, one beside the other; pure.

Numbers are joined by the question's key where kind and answers are the same (DESIGN.md
section 5). A question of another survey must be asked in the same words too: a key alone
is no promise there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from voice.releases.logic.differences import Compared, compare, share_of_count
from voice.releases.logic.tables import OptionRow, QuestionTable, Tables


@dataclass(frozen=True, slots=True)
class RoundTold:
    """One round: what it is called, which survey's it is, and what it tells."""

    name: str
    survey: int
    tables: Tables


@dataclass(frozen=True, slots=True)
class Change:
    """What may be said of one answer in a round beside the round before it."""

    option: str
    before: int
    after: int
    compared: Compared


@dataclass(frozen=True, slots=True)
class Joined:
    """One question over rounds: `places` are the rounds, and `tables` what each tells.

    `apart` are the places of rounds that asked it with other answers.
    """

    key: str
    prompt: str
    places: Sequence[int]
    tables: Sequence[QuestionTable]
    apart: Sequence[int]

    @property
    def options(self) -> list[OptionRow]:
        """Return the answers in the order of the newest round."""
        return self.tables[-1]["options"]

    def row(self, at: int, option: str) -> OptionRow:
        """Return what the round at a place of `places` tells of an answer."""
        return next(one for one in self.tables[at]["options"] if one["key"] == option)

    def changes(self) -> list[Change]:
        """Return each answer in each round beside the round before it.

        All of them are counted as compared, so that chance claims nothing.
        """
        steps = list(pairwise(range(len(self.tables))))
        pairs = max(len(steps) * len(self.options), 1)
        return [
            Change(
                option["text"],
                self.places[before],
                self.places[after],
                compare(
                    *(
                        share_of_count(
                            self.row(at, option["key"])["count"],
                            self.tables[at]["answered"],
                        )
                        for at in (before, after)
                    ),
                    pairs=pairs,
                ),
            )
            for option in self.options
            for before, after in steps
        ]


def joined(rounds: Sequence[RoundTold], *, survey: int) -> list[Joined]:
    """Return the questions of `survey` that more than one round tells.

    `rounds` are the oldest first. In the order of the survey's newest round; each as
    that asks it.
    """
    own = [one for one in rounds if one.survey == survey]
    if not own:
        return []
    found = [_joined(question, rounds, survey) for question in _newest(own)]
    return [one for one in found if len(one.places) > 1 or one.apart]


def _newest(own: Sequence[RoundTold]) -> list[QuestionTable]:
    """Return each question as the newest round that tells it has it."""
    questions: dict[str, QuestionTable] = {}
    for one in reversed(own):
        for question in one.tables["questions"]:
            questions.setdefault(question["key"], question)
    return list(questions.values())


def _joined(
    question: QuestionTable, rounds: Sequence[RoundTold], survey: int
) -> Joined:
    """Return one question over the rounds that tell it."""
    places: list[int] = []
    tables: list[QuestionTable] = []
    apart: list[int] = []
    for at, one in enumerate(rounds):
        there = _asked(one, question, own=one.survey == survey)
        if there is None:
            continue
        if _alike(there, question):
            places.append(at)
            tables.append(there)
        else:
            apart.append(at)
    return Joined(question["key"], question["prompt"], places, tables, apart)


def _asked(
    one: RoundTold, question: QuestionTable, *, own: bool
) -> QuestionTable | None:
    """Return the question as a round tells it; another survey's only in its words."""
    for there in one.tables["questions"]:
        if there["key"] == question["key"]:
            same_words = _plainly(there["prompt"]) == _plainly(question["prompt"])
            return there if own or same_words else None
    return None


def _plainly(words: str) -> str:
    """Return words without what hardly anybody reads: case and spaces."""
    return " ".join(words.casefold().split())


def _alike(there: QuestionTable, question: QuestionTable) -> bool:
    """Say whether two tables are of one kind and have the same answers."""
    answers, others = (
        {option["key"] for option in one["options"]} for one in (there, question)
    )
    return there["kind"] == question["kind"] and answers == others
