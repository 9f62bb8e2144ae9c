"""What one field of the editor holds: options, statements, the extras of a question.

Each is JSON in a StreamField. What comes from a browser, a file or an older draft is
put in this one shape; whatever else was in it is left out.
"""

from collections.abc import Mapping
from typing import Any, TypedDict, cast

from surveys.enums import QuestionKind
from surveys.logic.conditions import Condition
from surveys.logic.definition import Picture
from surveys.logic.plain import plain_words

STATEMENTS = "statements"
PACK = "pack"
OPERATORS = ("is", "is_not", "includes", "at_least", "at_most", "answered")
ABOUT = ("age_band", "language", "helper")
DEEPEST = 5
MANY = 100


class OptionValue(TypedDict):
    """One option as the editor holds it; `id` is the editor's own."""

    id: str
    key: str
    text: str
    is_other: bool
    is_alone: bool
    picture: Picture | None


class StatementValue(TypedDict):
    """One statement of a set, which becomes a question of its own."""

    id: str
    key: str
    text: str
    help: str


class ExtrasValue(TypedDict):
    """Everything a question may have besides its words; as in a DraftQuestion."""

    age_bands: list[str]
    show_if: Condition | None
    most: int
    not_sure: bool
    not_said: bool
    date_parts: str
    sensitive: bool
    about_them: bool
    decision: str
    key_theme: str
    picture: Picture | None


def options_of(raw: object) -> list[OptionValue]:
    """Return the options in `raw`, a list of mappings."""
    return [
        {
            "id": _text(item, "id"),
            "key": _text(item, "key"),
            "text": plain_words(_text(item, "text")),
            "is_other": bool(item.get("is_other")),
            "is_alone": bool(item.get("is_alone")),
            "picture": picture_in(item.get("picture")),
        }
        for item in _mappings(raw)
    ]


def statements_of(raw: object) -> list[StatementValue]:
    """Return the statements in `raw`, a list of mappings."""
    return [
        {
            "id": _text(item, "id"),
            "key": _text(item, "key"),
            "text": plain_words(_text(item, "text")),
            "help": plain_words(_text(item, "help")),
        }
        for item in _mappings(raw)
    ]


def extras_of(raw: object) -> ExtrasValue:
    """Return the extras in `raw`, a mapping; of anything else, none."""
    given = raw if isinstance(raw, Mapping) else {}
    bands = given.get("age_bands")
    most = _number(given, "most")
    return {
        "age_bands": [str(b) for b in bands] if isinstance(bands, list | tuple) else [],
        "show_if": condition_in(given.get("show_if")),
        "most": most if 0 < most < MANY else 0,
        "not_sure": bool(given.get("not_sure")),
        "not_said": bool(given.get("not_said")),
        "date_parts": _text(given, "date_parts"),
        "sensitive": bool(given.get("sensitive")),
        "about_them": bool(given.get("about_them")),
        "decision": plain_words(_text(given, "decision")),
        "key_theme": _text(given, "key_theme"),
        "picture": picture_in(given.get("picture")),
    }


def picture_in(raw: object) -> Picture | None:
    """Return the picture `raw` names, or None."""
    if not isinstance(raw, Mapping) or not _text(raw, "medium"):
        return None
    return {
        "medium": _text(raw, "medium"),
        "alt": plain_words(_text(raw, "alt")),
        "width": _number(raw, "width"),
        "height": _number(raw, "height"),
    }


def condition_in(raw: object, depth: int = 0) -> Condition | None:
    """Return the condition `raw` is; None when it is none, or says nothing.

    Parts that are no condition are left out, and so is whatever is nested deeper
    than anybody would read.
    """
    if not isinstance(raw, Mapping) or depth > DEEPEST:
        return None
    for group in ("all", "any", "none"):
        if isinstance(raw.get(group), list):
            parts = [condition_in(part, depth + 1) for part in raw[group]]
            kept = [part for part in parts if part is not None]
            return cast("Condition", {group: kept}) if kept else None
    return _test_in(raw)


def _test_in(raw: Mapping[str, Any]) -> Condition | None:
    """Return the one test `raw` is, or None."""
    operator, value = raw.get("operator"), raw.get("value", "")
    if operator not in OPERATORS or isinstance(value, bool):
        return None
    if not isinstance(value, str | int):
        return None
    if raw.get("about") in ABOUT and operator in ("is", "is_not"):
        return {"about": raw["about"], "operator": operator, "value": str(value)}
    if _text(raw, "question"):
        said = "" if operator == "answered" else value
        return {"question": _text(raw, "question"), "operator": operator, "value": said}
    return None


def offered(kind: str) -> frozenset[str]:
    """Return the extras a question of `kind` (or a set of statements) may have."""
    names = {"age_bands", "show_if"}
    if kind != STATEMENTS:
        names.add("picture")
    if kind in QuestionKind.silent():
        return frozenset(names)
    names |= {"not_sure", "not_said", "sensitive", "about_them", "decision"}
    names.add("key_theme")
    if kind in (QuestionKind.SEVERAL, QuestionKind.ORDER):
        names.add("most")
    if kind == QuestionKind.DATE:
        names.add("date_parts")
    return frozenset(names)


def _mappings(raw: object) -> list[Mapping[str, Any]]:
    """Return the mappings in a list, each out of the wrapping of Wagtail's own lists."""
    if not isinstance(raw, list | tuple):
        return []
    found: list[Mapping[str, Any]] = []
    for item in raw:
        if isinstance(item, Mapping) and isinstance(item.get("value"), Mapping):
            found.append({**item["value"], "id": item.get("id")})
        elif isinstance(item, Mapping):
            found.append(item)
    return found


def _text(item: Mapping[str, Any], name: str) -> str:
    """Return a text of `item`, without spaces around it; anything else is empty."""
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _number(item: Mapping[str, Any], name: str) -> int:
    """Return a whole number of `item`; anything else is 0."""
    value = item.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
