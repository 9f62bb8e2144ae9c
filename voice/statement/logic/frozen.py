"""What a piece of evidence keeps of a release: its words, figures and where they come from.

Figures are copied from the release's protected tables, never worked out again.
"""

from collections.abc import Iterable, Iterator
from typing import NotRequired, TypedDict

from voice.releases.logic.protected import NOT_SHOWN
from voice.releases.logic.tables import (
    Figure,
    Named,
    NamedSurvey,
    OpenQuestion,
    OptionRow,
    QuestionTable,
    Reach,
    Tables,
    WithheldRow,
)

FORMAT = 1


class Frozen(TypedDict):
    """One citation as it stood; `voice.statement.models.Evidence.frozen` holds it.

    `words` is a theme's name, an option's text or a child's exact words, in
    `language`; `base` is how many the figures are a share of; `questions` are
    those that were asked, by key and wording, and what they inform where it was said; `issued_on` is an ISO date. `withheld`
    is absent from what was cited before releases told it. `translation` is what a
    person made of a child's words in the base language; absent where there is none.
    """

    format: int
    words: str
    sentence: str
    language: str
    translation: NotRequired[str]
    translated_from: NotRequired[str]
    colour: str
    heard_from_few: bool
    themes: list[str]
    count: Figure | None
    percent: Figure | None
    share: int | None
    base: Figure | None
    questions: list[OpenQuestion]
    survey: NamedSurvey
    consultation: Named
    reach: Reach
    withheld: NotRequired[list[WithheldRow]]
    release_kind: str
    release_number: int
    release_hash: str
    issued_on: str


class Source(TypedDict):
    """Which release is cited, beside its tables."""

    number: int
    hash: str
    issued_on: str


class NotInTheRelease(Exception):
    """The release tells nothing of that name; the message is for people."""


def theme_cited(tables: Tables, name: str, source: Source) -> Frozen:
    """Return the theme called `name`; raises NotInTheRelease."""
    for row in tables["themes"]:
        if row["name"] == name:
            frozen = _frozen(tables, source, tables["open_questions"])
            frozen |= {
                "words": row["name"],
                "sentence": row["sentence"],
                "colour": row["colour"],
                "heard_from_few": row["heard_from_few"],
                "themes": [row["name"]],
                "count": row["count"],
                "percent": row["percent"],
                "share": row["share"],
                "base": tables["wrote"],
            }
            return frozen
    raise NotInTheRelease("This release has no such theme.")


def result_cited(
    tables: Tables, question_key: str, option_key: str, source: Source
) -> Frozen:
    """Return one option of one question; raises NotInTheRelease."""
    for question, option in results(tables):
        if (question["key"], option["key"]) == (question_key, option_key):
            asked: OpenQuestion = {
                "key": question["key"],
                "prompt": question["prompt"],
            }
            if decision := question.get("decision"):
                asked["decision"] = decision
            frozen = _frozen(tables, source, [asked])
            frozen |= {
                "words": option["text"],
                "count": option["count"],
                "percent": option["percent"],
                "share": option["share"],
                "base": question["answered"],
            }
            return frozen
    raise NotInTheRelease("This release has no such result.")


def quote_cited(
    tables: Tables,
    *,
    text: str,
    language: str,
    question_key: str,
    themes: Iterable[str],
    source: Source,
    translation: str = "",
    translated_from: str = "",
) -> Frozen:
    """Return a child's exact words with the question they answer."""
    asked = [row for row in tables["open_questions"] if row["key"] == question_key]
    frozen = _frozen(tables, source, asked)
    frozen |= {"words": text, "language": language, "themes": list(themes)}
    if translation:
        frozen |= {"translation": translation, "translated_from": translated_from}
    return frozen


def file_cited(
    *, title: str, shows: str, source: str, dated_on: str, sha256: str
) -> Frozen:
    """Return a file somebody brought: what it is called and shows, of which day.

    No release tells it, so nothing of a release is there; `dated_on` is an ISO date.
    """
    nothing = NOT_SHOWN.figure()
    return {
        "format": FORMAT,
        "words": title,
        "sentence": shows,
        "language": "",
        "colour": "",
        "heard_from_few": False,
        "themes": [],
        "count": None,
        "percent": None,
        "share": None,
        "base": None,
        "questions": [],
        "survey": {"slug": "", "title": ""},
        "consultation": {"slug": "", "title": source},
        "reach": {
            "answered": nothing,
            "asked": nothing,
            "share": nothing,
            "asked_who": "",
            "missing": "",
        },
        "release_kind": "",
        "release_number": 0,
        "release_hash": sha256,
        "issued_on": dated_on,
    }


def results(tables: Tables) -> Iterator[tuple[QuestionTable, OptionRow]]:
    """Yield each option of each closed question, with its question."""
    for question in tables["questions"]:
        for option in question["options"]:
            yield question, option


def _frozen(tables: Tables, source: Source, asked: list[OpenQuestion]) -> Frozen:
    """Return a citation of nothing yet: only where it comes from."""
    return {
        "format": FORMAT,
        "words": "",
        "sentence": "",
        "language": "",
        "colour": "",
        "heard_from_few": False,
        "themes": [],
        "count": None,
        "percent": None,
        "share": None,
        "base": None,
        "questions": list(asked),
        "survey": tables["survey"],
        "consultation": tables["consultation"],
        "reach": tables["reach"],
        "withheld": tables.get("withheld", []),
        "release_kind": tables["kind"],
        "release_number": source["number"],
        "release_hash": source["hash"],
        "issued_on": source["issued_on"],
    }
