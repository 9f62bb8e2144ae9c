"""What is wrong with the conditions of a draft, and with the answers it repeats; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surveys.condition_terms import ConditionTrouble
from surveys.enums import QuestionKind
from surveys.logic.answers import SCALE, Refused, kept_value
from surveys.logic.compiling import compile_definition
from surveys.logic.condition_words import Names
from surveys.logic.conditions import Asked, questions_in, tests_of
from surveys.logic.definition import Definition, QuestionDefinition, Words
from surveys.logic.drafts import Draft
from surveys.logic.piping import can_be_repeated, is_broken, pipes_in
from surveys.logic.walks import walks_costing

# Which operators each kind of answer can tell anything by.
ONE = frozenset({"is", "is_not", "answered"})
GRADED = ONE | {"at_least", "at_most"}
FITTING = {
    QuestionKind.SINGLE: ONE,
    QuestionKind.PICTURE: ONE,
    QuestionKind.FACES: GRADED,
    QuestionKind.AGREE: GRADED,
    QuestionKind.SCALE: GRADED,
    QuestionKind.DATE: GRADED,
    QuestionKind.SEVERAL: frozenset({"includes", "answered"}),
    QuestionKind.ORDER: ONE | {"includes"},
}


@dataclass(frozen=True)
class Trouble:
    """One thing wrong: in which question, of which other, and in which language.

    `language` and `age_band` are said only of what is wrong in a wording.
    """

    why: ConditionTrouble
    question: str
    other: str = ""
    language: str = ""
    age_band: str = ""


def fitting(kind: str) -> frozenset[str]:
    """Return the operators that can be asked of a question of `kind`."""
    if kind in QuestionKind.silent():
        return frozenset()
    return FITTING.get(QuestionKind(kind), frozenset({"answered"}))


def sentence(trouble: Trouble, *, names: Names) -> str:
    """Return what is wrong, for the person who writes the survey."""
    said = str(trouble.why.label) % {
        "other": names.questions.get(trouble.other, trouble.other)
    }
    return f"“{names.questions.get(trouble.question, trouble.question)}” {said}"


def troubles(draft: Draft) -> list[Trouble]:
    """Return what is wrong with the conditions and base words of `draft`."""
    return troubles_in(compile_definition(draft, []), languages=[draft.base_language])


def troubles_in(
    definition: Definition, *, languages: Iterable[str] | None = None
) -> list[Trouble]:
    """Return what is wrong with the conditions and repeated answers of `definition`.

    In the order of its questions; wordings of all its languages, or of `languages`.
    """
    looked_at = definition["languages"] if languages is None else list(languages)
    found = list(_of_conditions(definition))
    wrong = {trouble.question for trouble in found}
    found += [one for one in _never_shown(definition) if one.question not in wrong]
    found += _of_pipes(definition, looked_at)
    place = {one["key"]: at for at, one in enumerate(definition["questions"])}
    return sorted(dict.fromkeys(found), key=lambda one: place[one.question])


def _of_conditions(definition: Definition) -> Iterator[Trouble]:
    """Give what is wrong with each single test."""
    questions = {one["key"]: one for one in definition["questions"]}
    waiting = {key: questions_in(one.get("show_if")) for key, one in questions.items()}
    seen: set[str] = set()
    for key, question in questions.items():
        if "show_if" in question:
            for test in tests_of(question["show_if"]):
                if "question" in test and (
                    why := _wrong(test, key, questions, seen, waiting)
                ):
                    yield Trouble(why, key, test["question"])
        seen.add(key)


def _wrong(
    test: Asked,
    key: str,
    questions: dict[str, QuestionDefinition],
    seen: set[str],
    waiting: dict[str, set[str]],
) -> ConditionTrouble | None:
    """Return what is wrong with one test of the question `key`, if anything is."""
    other = test["question"]
    if other not in questions:
        return ConditionTrouble.UNKNOWN
    if other == key:
        return ConditionTrouble.ITSELF
    if other not in seen:
        loops = key in _waited_for(other, waiting)
        return ConditionTrouble.CYCLE if loops else ConditionTrouble.LATER
    if test["operator"] not in fitting(questions[other]["kind"]):
        return ConditionTrouble.UNFIT
    if test["operator"] != "answered":
        return _wrong_value(questions[other], test["value"])
    return None


def _waited_for(key: str, waiting: dict[str, set[str]]) -> set[str]:
    """Return the questions that `key` waits for, and those they wait for."""
    found: set[str] = set()
    ahead = [key]
    while ahead:
        for other in waiting.get(ahead.pop(), set()) - found:
            found.add(other)
            ahead.append(other)
    return found


def _wrong_value(
    question: QuestionDefinition, value: str | int
) -> ConditionTrouble | None:
    """Return whether `value` is no answer that `question` could have."""
    kind = question["kind"]
    if kind in QuestionKind.with_options():
        known = str(value) in question["options"]
        return None if known else ConditionTrouble.GONE
    if kind == QuestionKind.SCALE:
        return None if str(value) in map(str, SCALE) else ConditionTrouble.UNFIT
    try:
        kept_value(question, str(value))
    except Refused:
        return ConditionTrouble.UNFIT
    return None


def _never_shown(definition: Definition) -> Iterator[Trouble]:
    """Give the questions that are never shown to any of the age bands there are."""
    if not definition["age_bands"]:
        return
    reached = {
        key
        for band in definition["age_bands"]
        for found in [walks_costing(definition, age_band=band, cost=_nothing)]
        for key in (*found.always, *found.sometimes)
    }
    for question in definition["questions"]:
        resting = question["kind"] == QuestionKind.BREAK
        if question["key"] not in reached and not resting:
            yield Trouble(ConditionTrouble.NEVER, question["key"])


def _nothing(_question: QuestionDefinition, _language: str) -> float:
    """Return no minutes: how long paths are is not looked at here."""
    return 0


def _of_pipes(definition: Definition, languages: Iterable[str]) -> Iterator[Trouble]:
    """Give what is wrong with the earlier answers put into wordings."""
    wanted = list(languages)
    questions = {one["key"]: one for one in definition["questions"]}
    seen: set[str] = set()
    for key, question in questions.items():
        for language in wanted:
            for band, words in question["wordings"].get(language, {}).items():
                for text in _texts(words):
                    for why, other in _wrong_pipes(text, questions, seen):
                        yield Trouble(why, key, other, language, band)
        seen.add(key)


def _texts(words: Words) -> list[str]:
    """Return every text of one question's words."""
    ends = [words["low"], words["high"]]
    return [words["prompt"], words["help"], *words["options"].values(), *ends]


def _wrong_pipes(
    text: str, questions: dict[str, QuestionDefinition], seen: set[str]
) -> Iterator[tuple[ConditionTrouble, str]]:
    """Give what is wrong with the earlier answers in one text, and with which."""
    if is_broken(text):
        yield ConditionTrouble.BROKEN, ""
    for one in pipes_in(text):
        if one.question not in questions:
            yield ConditionTrouble.UNKNOWN, one.question
        elif one.question not in seen:
            yield ConditionTrouble.LATER, one.question
        elif not can_be_repeated(questions[one.question]):
            yield ConditionTrouble.NOT_WORDS, one.question
        elif not one.fallback:
            yield ConditionTrouble.NO_FALLBACK, one.question
