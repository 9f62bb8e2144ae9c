"""What was keyed from paper the first time, beside the second."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import Definition, QuestionDefinition, question_words
from surveys.logic.keyed import Keyed
from surveys.models import Comment, PaperSheet, Response, Survey
from surveys.queries.steps import definition_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that two people keyed differently."""

    key: str
    prompt: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far two keyings of the same papers agree: sheets, questions, differences."""

    sheets: int
    asked: int
    differed: int

    @property
    def percent(self) -> int:
        """Return in how many of a hundred questions both keyed the same, rounded down."""
        return 100 * (self.asked - self.differed) // self.asked if self.asked else 100


def keyed_first(response: Response) -> dict[str, Keyed]:
    """Return what the first person keyed, by question, of a response's band."""
    comments = Comment.objects.filter(response=response, taken_back=False)
    words = {
        one.question.key: one.read() for one in comments.select_related("question")
    }
    return {
        question["key"]: _first(question, response, words.get(question["key"], ""))
        for question in keyed_questions(response)
    }


def keyed_questions(response: Response) -> list[QuestionDefinition]:
    """Return the questions that stand on the paper of a response's age band."""
    return questions_on_paper(definition_of(response.edition), response.age_band)


def questions_on_paper(
    definition: Definition, age_band: str
) -> list[QuestionDefinition]:
    """Return the questions of `definition` that its paper for a band asks."""
    return [
        question
        for question in definition["questions"]
        if question["kind"] not in QuestionKind.silent()
        and age_band in question.get("age_bands", [age_band])
    ]


def differences(response: Response, second: Mapping[str, Keyed]) -> list[Difference]:
    """Return each question of which the second keying says something else."""
    first = keyed_first(response)
    found = []
    for question in keyed_questions(response):
        key, kind = question["key"], question["kind"]
        one, other = first[key], second.get(key, Keyed())
        if one.plainly(kind) != other.plainly(kind):
            words = question_words(
                question, language=response.language, age_band=response.age_band
            )
            options = words["options"]
            found.append(
                Difference(
                    key,
                    words["prompt"],
                    _said(one, kind, options),
                    _said(other, kind, options),
                )
            )
    return found


def agreed_of(survey: Survey) -> Agreed:
    """Return how far the sheets of `survey` that were keyed twice agree."""
    rows = PaperSheet.objects.filter(survey=survey).exclude(second_by=None)
    figures = list(rows.values_list("asked", "differed"))
    return Agreed(
        len(figures),
        sum(asked or 0 for asked, _ in figures),
        sum(differed or 0 for _, differed in figures),
    )


def _first(question: QuestionDefinition, response: Response, words: str) -> Keyed:
    """Return what the response holds of one question, as it was keyed."""
    answer = response.answers.get(question["key"])
    if answer is None:
        return Keyed(state=AnswerState.SKIPPED)
    state = AnswerState(answer["state"])
    if question["kind"] in QuestionKind.told():
        return Keyed(words or None, "", state)
    return Keyed(answer.get("value"), words, state)


def _said(keyed: Keyed, kind: str, options: Mapping[str, str]) -> str:
    """Return what was keyed, for people; empty when nothing was."""
    if keyed.state not in {AnswerState.ANSWERED, AnswerState.SKIPPED}:
        return str(keyed.state.label)
    if kind in QuestionKind.told():
        return keyed.own_words(kind)
    value = keyed.value
    chosen = value if isinstance(value, list) else [value] if value is not None else []
    names = [options.get(str(one), str(one)) for one in chosen if str(one)]
    return ", ".join(names) + (f" ({keyed.words})" if keyed.words else "")
