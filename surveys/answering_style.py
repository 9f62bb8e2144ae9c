"""The one style block of answering pages, composed once from the house's own files.

A question carries no more than it draws with: the phone waits for every byte of it. What
other pages need besides is the part "plain"; our own script is sent a part, with the
tokens it looks up, when a page that needs it takes the place of one that has it not.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

from surveys.enums import QuestionKind
from surveys.logic.css import (
    Rule,
    fixed_tokens,
    only,
    rules_of,
    tokens_needed,
    tokens_used,
    with_one_bold,
    with_tokens,
    with_values,
    written,
)

TOKENS, DARK, CALM = "tokens.css", "tokens_dark.css", "tokens_calm.css"
FIRST = (
    "reset.css",
    "base.css",
    "layouts/answering.css",
    "components/button.css",
    "components/choice_card.css",
    "components/drawing.css",
    "components/looks.css",
    "components/notice.css",
    "components/progress.css",
    "components/steps.css",
    "components/field.css",
    "components/corner.css",
    "utilities.css",
)
PLAIN = "plain"
# What pages beside the questions need; of the files above, what no question needs.
PLAIN_FILES = (
    "components/error_summary.css",
    "components/help_lines.css",
    "components/languages.css",
)
# What a kind of question needs beside the common parts.
OF_KIND = {
    QuestionKind.SINGLE: (),
    QuestionKind.SEVERAL: (),
    QuestionKind.PICTURE: ("pictures",),
    QuestionKind.FACES: ("drawing", "face_scale"),
    QuestionKind.AGREE: ("agree_scale",),
    QuestionKind.SCALE: ("number_scale",),
    QuestionKind.ORDER: ("button", "field", "order"),
    QuestionKind.DATE: ("date_parts", "field"),
    QuestionKind.SHORT_TEXT: ("field",),
    QuestionKind.LONG_TEXT: ("field",),
    QuestionKind.VOICE: (
        *("choice_card", "drawing", "field", "notice", "other_words"),
        "voice",
    ),
    QuestionKind.DRAWING: (
        *("choice_card", "drawing", "drawing_board", "field", "notice"),
        *("other_words", "voice"),
    ),
    QuestionKind.MESSAGE: ("drawing", "guide"),
    QuestionKind.BREAK: ("drawing", "pictures", "rest"),
}
ASKED_FOR = {
    "picture": ("pictures",),
    "sound": ("listen",),
    "words": ("field", "other_words"),
    "beside": ("other_words",),
    "trial": ("trial",),
    "start": ("honest",),
    "code": ("code",),
    "journey": ("travelled",),
    "copy": ("own_answers",),
    "editors": ("editors",),
    "typed": ("typed",),
    PLAIN: (PLAIN,),
}
# What any kind of question may have beside its answers, and how a refusal is said.
ASIDE = ("picture", "words", "beside", PLAIN)
# Brought by our own script when it is wanted, so its tokens are always there.
FETCHED = "components/listen.css"
BY_DEVICE = re.compile(r":root:not\([^)]*\)")
BY_CHOICE = ':root[data-scheme="dark"]'
WHEN_DARK = "@media screen and (prefers-color-scheme:dark)"
ORDER = "@layer tokens,reset,base,layout,components,utilities;"
# Other rooms: alone, and in a list of places that ours is in too.
ELSEWHERE = re.compile(r"""\[data-room=|\.desk-|\.public-""")
BESIDE_OURS = re.compile(r",\.(?:desk|public)-\w+")
# What is on no question, or on few, whose kind then asks for it.
ON_FEW = re.compile(
    r"""
    \.(?:prose|stack|stack-s|stack-l|row|apart|narrow|number|card|receipt)(?![\w-])
    | (?:^|[ >+~])(?:kbd|mark|hr|table|h3|h4)(?![\w-])
    | \.(?:step-words|field|form|errorlist|search-row|notice-|help-lines)
    | \.notice(?:\[|>) | \ textarea | data-kind="(?:danger|plain)" | data-columns
    | \.drawing(?:\.scene|\.mood|\ \.(?:wash|sun|raised|house|faint)) | :is\(\.wash
    """,
    re.VERBOSE,
)
LETTERS = re.compile(r":lang\((\w+)\)")


class Style(str):
    """Text of our own stylesheets: nobody typed it, so a template need not escape it."""

    names: tuple[str, ...] = ()
    """The parts that only some pages need, and that this one has."""

    def __html__(self) -> str:
        """Return itself, as Django asks of text that is ready for a page."""
        return self


def answering_style(*shown: str, colour: str = "", language: str = "") -> Style:
    """Return the style of answering pages, without comments or spare space.

    `shown` are the kinds of question on the page (QuestionKind), and "picture", "words",
    "trial", "start" and the like (ASKED_FOR) where there is one. A page of a question
    is in one `colour` and `language`, where they are told. Raises FileNotFoundError
    when a part is missing and ValueError when one could close the style element early.
    """
    names = names_of(shown)
    if PLAIN in names:
        return _composed(names, "", "")
    return _composed(names, colour, language)


@cache
def _composed(names: tuple[str, ...], colour: str, language: str) -> Style:
    """Return the style of a page that has these parts; each page is composed once."""
    if PLAIN in names:
        rules = tuple(rule for file in (*FIRST, *PLAIN_FILES) for rule in _read(file))
        more = [name for name in names if name != PLAIN and name not in WITHIN]
        names = tuple(sorted({*names, *WITHIN}))
    else:
        rules = tuple(rule for file in FIRST for rule in only(_read(file), _is_common))
        more = list(names)
    rules += tuple(rule for name in more for rule in _rules_of_part(name))
    rules = with_values(rules, _fixed())
    light = _read(TOKENS)
    if PLAIN not in names:
        light = only(light, lambda one: _is_of(one, colour))
        if language and language not in _with_letters():
            light, rules = (only(some, _is_without_letters) for some in (light, rules))
    text = ORDER + _tokens(light, _needed(rules, light)) + written(rules)
    if "</" in text:
        raise ValueError("A stylesheet may not hold a closing tag.")
    style = Style(text)
    style.names = names
    return style


def names_of(shown: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that a page which shows these needs beside the common ones."""
    shown = tuple(shown)
    names = {
        name
        for one in shown
        for name in (*OF_KIND.get(one, ()), *ASKED_FOR.get(one, ()))  # type: ignore[call-overload]
    }
    if not any(one in OF_KIND for one in shown):
        names.add(PLAIN)
    return tuple(sorted(names))


@cache
def part_of_style(name: str) -> str:
    """Return one of those parts, for a page that does not have it yet.

    With it come the tokens that only it looks up.
    """
    rules = with_values(_rules_of_part(name), _fixed())
    common = tuple(rule for file in FIRST for rule in only(_read(file), _is_common))
    common = with_values(common, _fixed())
    light = only(_read(TOKENS), lambda one: "data-colour" not in one)
    more = _needed(rules, light) - _needed(common, light)
    return _tokens(light, more) + written(rules)


def _rules_of_part(name: str) -> tuple[Rule, ...]:
    """Return what the part brings: of a common file, what is not common."""
    if name == PLAIN:
        brought = [only(_read(file), _is_on_few) for file in FIRST]
        brought += [_read(file) for file in PLAIN_FILES]
        return tuple(rule for rules in brought for rule in rules)
    rules = _read(f"components/{name}.css")
    return only(rules, _is_on_few) if name in WITHIN else rules


def _needed(rules: tuple[Rule, ...], light: tuple[Rule, ...]) -> frozenset[str]:
    """Return the tokens that rules of a page look up, and what those look up."""
    used = tokens_used((*rules, *_read(FETCHED)))
    return tokens_needed(used, (*light, *_read(DARK), *_read(CALM)))


def _tokens(light: tuple[Rule, ...], names: frozenset[str]) -> str:
    """Return the sheets of tokens with those in `names` alone."""
    dark = written(with_tokens(_read(DARK), names))
    calm = written(with_tokens(_read(CALM), names))
    schemes = f"{WHEN_DARK}{{{dark}}}{BY_DEVICE.sub(BY_CHOICE, dark)}"
    return f"{written(with_tokens(light, names))}{schemes}{calm}"


@cache
def _fixed() -> dict[str, str]:
    """Return the tokens that are one value on every page of answering."""
    beside = {
        name for names in (*OF_KIND.values(), *ASKED_FOR.values()) for name in names
    }
    parts = [f"components/{name}.css" for name in sorted(beside - {PLAIN})]
    files = [TOKENS, DARK, CALM, *FIRST, *PLAIN_FILES, *parts]
    return fixed_tokens(rule for file in dict.fromkeys(files) for rule in _read(file))


def _is_of(selector: str, colour: str) -> bool:
    """Say whether a page in `colour` may have what the selector names."""
    return not colour or "data-colour" not in selector or f'"{colour}"' in selector


def _is_on_few(selector: str) -> bool:
    """Say whether few questions have what the selector names, or none."""
    return bool(ON_FEW.search(selector))


def _is_common(selector: str) -> bool:
    """Say whether any question may have what the selector names."""
    return not _is_on_few(selector)


def _is_without_letters(selector: str) -> bool:
    """Say whether the selector is not for letters of their own size."""
    return "lang(" not in selector and "[lang|" not in selector


@cache
def _with_letters() -> frozenset[str]:
    """Return the languages whose letters have a size and a height of their own."""
    return frozenset(LETTERS.findall(_text(TOKENS)))


@cache
def _read(part: str) -> tuple[Rule, ...]:
    """Return the rules of one file of static/css that are for this room."""
    rules = rules_of(BESIDE_OURS.sub("", re.sub(r",\s+", ",", _text(part))))
    return with_one_bold(only(rules, lambda selector: not ELSEWHERE.search(selector)))


def _text(part: str) -> str:
    """Return the text of one file of static/css."""
    found = finders.find(f"css/{part}")
    if not isinstance(found, str):
        raise FileNotFoundError(f"css/{part} is missing.")
    return Path(found).read_text(encoding="utf-8")


WITHIN = tuple(
    file.removeprefix("components/").removesuffix(".css")
    for file in FIRST
    if file.startswith("components/")
)
"""The parts that belong to common files."""
