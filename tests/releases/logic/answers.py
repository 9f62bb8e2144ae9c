"""Builds questions, responses and material for the pure half of releases."""

from dataclasses import dataclass

from voice.releases.logic.material import Material
from voice.releases.logic.tally import ClosedQuestion


@dataclass
class Said:
    """One counted response."""

    answers: dict
    age_band: str = "11-17"
    language: str = "en"


def single(key="q", *options, **kwargs):
    """Return a question with one choice."""
    return ClosedQuestion(
        key=key,
        kind=kwargs.pop("kind", "single"),
        prompt="Do you know your worker?",
        options=tuple((option, option.title()) for option in options),
        **kwargs,
    )


def said(value, **kwargs):
    """Return a response that answers the question `q`."""
    return Said({"q": {"state": "answered", "value": value}}, **kwargs)


def many(**counts):
    """Return responses to `q`, so many for each option."""
    return [said(option) for option, count in counts.items() for _ in range(count)]


def material(question, responses, **kwargs):
    """Return the material of a survey with one closed question."""
    return Material(
        **(
            {
                "consultation": {"slug": "c", "title": "My social worker and me"},
                "survey": {"slug": "s", "title": "My social worker and me"},
                "editions": [1],
                "asked": 470,
                "asked_who": "Young people in care",
                "missing": "Those living outside Calderwick",
                "questions": [question],
                "open_questions": [],
                "responses": responses,
                "responses_of": {question.key: responses},
                "breakdowns": {},
                "themes": [],
                "said": {},
                "withheld": {"unkind": 0, "identifies": 0},
            }
            | kwargs
        )
    )
