"""An earlier round's counts, told as the same answers would be had they been given here.

Another tool leaves counts and no answers. People are made up who would give just these
counts, and go through the very rules that releases go through; then they are forgotten.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice

from surveys.enums import AnswerState, QuestionKind
from voice.releases.logic.gates import is_words_only
from voice.releases.logic.making import make_tables
from voice.releases.logic.material import Material
from voice.releases.logic.protected import NOT_SHOWN
from voice.releases.logic.rule import Rule
from voice.releases.logic.tables import Named, Tables
from voice.releases.logic.tally import SCALE_BANDS, ClosedQuestion, Counted, Row
from voice.releases.logic.theme_rows import ThemeEntry


@dataclass(frozen=True, slots=True)
class EarlierCounts:
    """True counts of an earlier round; they are in memory alone, and never kept.

    `asked` is None where nobody knows how many could have answered. `questions` maps
    keys to how many answered and chose each option, in order; `themes` maps keys to how
    many of those who `wrote` said each.
    """

    answered: int
    asked: int | None = None
    questions: Mapping[str, Row] = field(default_factory=dict)
    wrote: int = 0
    themes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measures:
    """What an earlier round can be told of: a survey's questions and themes of today."""

    consultation: Named
    survey: Named
    questions: Sequence[ClosedQuestion]
    themes: Sequence[ThemeEntry]


@dataclass(frozen=True, slots=True)
class _MadeUp:
    """Somebody who would have said this, and nothing else."""

    answers: Mapping[str, Mapping[str, object]]
    age_band: str = ""
    language: str = ""
    company: str = ""
    way_in: str = ""


def earlier_tables(
    counts: EarlierCounts, measures: Measures, rule: Rule, *, title: str, asked_who: str
) -> Tables:
    """Return the protected tables of an earlier round; in words alone under 30 answers.

    Without breakdowns: the groups of another tool are hardly ever ours.
    """
    told = [
        replace(one, apart=(), editions_agree=True, decision="")
        for one in measures.questions
        if one.key in counts.questions
    ]
    material = Material(
        consultation=measures.consultation,
        survey={"slug": measures.survey["slug"], "title": title},
        editions=[],
        asked=counts.asked or 0,
        asked_who=asked_who,
        missing="",
        questions=told,
        open_questions=[],
        responses=[_MadeUp({})] * counts.answered,
        responses_of={one.key: _answered(one, counts) for one in told},
        breakdowns={},
        themes=[one for one in measures.themes if one.key in counts.themes],
        said=_said(counts),
        withheld={},
    )
    tables = make_tables(material, rule, words_only=is_words_only(counts.answered))
    if counts.asked is None:
        tables["reach"]["asked"] = tables["reach"]["share"] = NOT_SHOWN.figure()
    return tables


def _answered(question: ClosedQuestion, counts: EarlierCounts) -> list[Counted]:
    """Return people who answer a question with its counts.

    And those who answered a question before it that may have led past this one.
    """
    row = counts.questions[question.key]
    before = {
        key: counts.questions[key].answered
        for key in question.waits_for
        if key in counts.questions
    }
    led_here = {key: {"state": AnswerState.ANSWERED.value} for key in before}
    people: list[Counted] = [
        _MadeUp(
            led_here
            | {question.key: {"state": AnswerState.ANSWERED.value, "value": value}}
        )
        for value in _values(question, row)
    ]
    for key, answered in before.items():
        past = _MadeUp({key: {"state": AnswerState.ANSWERED.value}})
        people += [past] * max(answered - row.answered, 0)
    return people


def _values(question: ClosedQuestion, row: Row) -> Iterator[object]:
    """Yield one answer for each of those who answered, adding up to the counts."""
    keys = [key for key, _text in question.options]
    picks = [
        key for key, count in zip(keys, row.counts, strict=True) for _ in range(count)
    ]
    if question.kind == QuestionKind.SCALE:
        yield from (SCALE_BANDS[key].start for key in picks)
    elif question.adds_up:
        ordered = question.kind == QuestionKind.ORDER
        yield from ([key] if ordered else key for key in picks)
    else:
        yield from _dealt(picks, row.answered)


def _dealt(picks: Sequence[str], people: int) -> list[list[str]]:
    """Return `picks` dealt round `people`, as cards are: nobody gets one of them twice.

    For no option was chosen by more people than there are, and alike ones lie together.
    """
    hands: list[list[str]] = [[] for _ in range(people)]
    for hand, pick in zip(islice(cycle(hands), len(picks)), picks, strict=True):
        hand.append(pick)
    return hands


def _said(counts: EarlierCounts) -> dict[str, frozenset[str]]:
    """Return as many as wrote, with themes that add up to their sizes."""
    return {
        str(at): frozenset(key for key, size in counts.themes.items() if at < size)
        for at in range(counts.wrote)
    }
