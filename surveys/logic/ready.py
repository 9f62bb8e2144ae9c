"""Surveys ready to begin from, and instrument packs, as their files say them; pure.

A file holds a survey's English words. Options are written as they are read; their keys
are proposed from them, as the editor does. A pack also says who owns it, under which
licence, in which languages, how it is scored, and whether its wording is locked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from surveys.enums import Mode
from surveys.logic.drafts import OPTION, Draft, DraftOption, DraftQuestion, Written
from surveys.logic.keys import propose_key

BASE = "en"
SCALES = {
    "happy": (
        "A little happy",
        "Quite happy",
        "Happy",
        "Very happy",
        "As happy as can be",
    ),
    "agree": (
        "Not at all",
        "A little",
        "Quite a lot",
        "Very much",
        "Completely",
    ),
}


@dataclass(frozen=True)
class Pack:
    """An instrument with an owner; `name` is its own name and version: "ons4/1"."""

    name: str
    owner: str
    licence: str
    source: str
    languages: tuple[str, ...]
    ages: str
    is_locked: bool
    scoring: tuple[str, ...]


@dataclass(frozen=True)
class Ready:
    """A survey ready to begin from; `pack` is there when it is an instrument."""

    name: str
    order: int
    about: str
    draft: Draft
    written: tuple[Written, ...] = ()
    pack: Pack | None = None


def read_ready(name: str, said: Mapping[str, Any]) -> Ready:
    """Return what one file says; KeyError or TypeError when it is not of the shape."""
    pack = _pack(said["pack"]) if "pack" in said else None
    questions = tuple(_question(q, pack) for q in said["questions"])
    draft = Draft(
        title=said["title"],
        introduction=said["introduction"],
        thanks=said["thanks"],
        support=said.get("support", ""),
        mode=Mode.NAME_NOT_ASKED.value,
        base_language=BASE,
        languages=(BASE,),
        age_bands=tuple(said["age_bands"]),
        older_too=said.get("older_too", False),
        breakdowns=tuple(said.get("breakdowns", ())),
        questions=questions,
    )
    return Ready(
        name=name,
        order=said["order"],
        about=said["about"],
        draft=draft,
        written=tuple(_written(said, draft)),
        pack=pack,
    )


def _pack(said: Mapping[str, Any]) -> Pack:
    """Return what an instrument says of itself."""
    return Pack(
        name=said["name"],
        owner=said["owner"],
        licence=said["licence"],
        source=said["source"],
        languages=tuple(said["languages"]),
        ages=said["ages"],
        is_locked=said["locked"],
        scoring=tuple(said["scoring"]),
    )


def _question(said: Mapping[str, Any], pack: Pack | None) -> DraftQuestion:
    """Return one question."""
    return DraftQuestion(
        key=said["key"],
        kind=said["kind"],
        prompt=said["prompt"],
        help=said.get("help", ""),
        options=_options(said),
        low=said.get("low", ""),
        high=said.get("high", ""),
        age_bands=tuple(said.get("age_bands", ())),
        show_if=said.get("show_if"),
        most=said.get("most", 0),
        not_sure=said.get("not_sure", False),
        not_said=said.get("not_said", False),
        date_parts=said.get("date_parts", ""),
        sensitive=said.get("sensitive", False),
        decision=said.get("decision", ""),
        pack=pack.name if pack else "",
    )


def _options(said: Mapping[str, Any]) -> tuple[DraftOption, ...]:
    """Return the options as they are read; those of a scale go by number."""
    if "scale" in said:
        words = SCALES[said["scale"]]
        return tuple(DraftOption(str(n), text) for n, text in enumerate(words, start=1))
    options: list[DraftOption] = []
    for text in said.get("options", ()):
        options.append(DraftOption(_key(text, options), text))
    if "other" in said:
        text = said["other"]
        options.append(DraftOption(_key(text, options), text, is_other=True))
    if "alone" in said:
        text = said["alone"]
        options.append(DraftOption(_key(text, options), text, is_alone=True))
    return tuple(options)


def _key(text: str, options: Iterable[DraftOption]) -> str:
    """Return a key for `text` beside `options`."""
    return propose_key(text, taken=[o.key for o in options], otherwise="option")


def _written(said: Mapping[str, Any], draft: Draft) -> Iterable[Written]:
    """Give the words that one age band reads in its own way."""
    own = {"title": draft.title, "introduction": draft.introduction}
    own |= {"thanks": draft.thanks, "support": draft.support}
    yield from _of_bands("", said, own)
    for question, drafted in zip(said["questions"], draft.questions, strict=True):
        base = {"prompt": drafted.prompt, "help": drafted.help}
        base |= {OPTION + option.key: option.text for option in drafted.options}
        yield from _of_bands(drafted.key, question, base)


def _of_bands(
    key: str, said: Mapping[str, Any], base: Mapping[str, str]
) -> Iterable[Written]:
    """Give each band's own words for the parts of `key`."""
    for band, parts in said.get("bands", {}).items():
        for part, text in parts.items():
            yield Written(key, part, band, BASE, text, base.get(part, ""))
