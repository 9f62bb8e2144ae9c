"""Reads our own stylesheets as rules, leaves out what a page has no use for; pure.

Ours alone: no comments within a value, no braces or semicolons in a text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LOOKED_UP = re.compile(r"var\((--[\w-]+)\)")
USED = re.compile(r"var\((--[\w-]+)")
BOLD = re.compile(r"(?<=^font-weight:)[6-9]00$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector and its declarations, an at-rule and what it holds, or a statement."""

    about: str
    declarations: tuple[str, ...] = ()
    rules: tuple["Rule", ...] = ()

    @property
    def is_at_rule(self) -> bool:
        """Say whether it holds or states something, rather than styles an element."""
        return self.about.startswith("@")


def rules_of(css: str) -> tuple[Rule, ...]:
    """Return the rules of a stylesheet, in order, without comments or spare space."""
    tidy = re.sub(r"\s+", " ", COMMENT.sub("", css)).strip()
    return tuple(_rule(about.strip(), body) for about, body in _blocks(tidy))


def only(rules: Iterable[Rule], wanted: Callable[[str], bool]) -> tuple[Rule, ...]:
    """Return the rules with the selectors that are `wanted`; nothing empty is left."""
    kept = []
    for rule in rules:
        if rule.rules:
            if within := only(rule.rules, wanted):
                kept.append(Rule(rule.about, rules=within))
        elif rule.is_at_rule or "%" in rule.about:
            kept.append(rule)
        elif selectors := [one for one in selectors_of(rule.about) if wanted(one)]:
            kept.append(Rule(",".join(selectors), rule.declarations))
    return tuple(kept)


def selectors_of(about: str) -> list[str]:
    """Return the selectors of a rule, parted at the commas that no bracket holds."""
    parts, depth = [""], 0
    for mark in re.split(r"([(),])", about):
        depth += (mark == "(") - (mark == ")")
        if mark == "," and not depth:
            parts.append("")
        else:
            parts[-1] += mark
    return parts


def tokens_used(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the names of the custom properties that the rules look up."""
    found: set[str] = set()
    for rule in rules:
        found.update(USED.findall(";".join(rule.declarations)))
        found |= tokens_used(rule.rules)
    return frozenset(found)


def tokens_needed(names: frozenset[str], sheets: Iterable[Rule]) -> frozenset[str]:
    """Return `names`, and what the `sheets` of tokens say those look up in turn."""
    declared = [one.partition(":") for one in _declarations(sheets)]
    while True:
        more = {
            used
            for name, _colon, value in declared
            if name in names or not name.startswith("--")
            for used in USED.findall(value)
        }
        if more <= names:
            return names
        names |= more


def fixed_tokens(sheets: Iterable[Rule]) -> dict[str, str]:
    """Return the tokens with one value everywhere, by name: declared once, on the root.

    A phone asks less of its processor for a value than for a token it must look up.
    """
    sheets = tuple(sheets)
    declared = [one.partition(":") for one in _declarations(sheets)]
    times = Counter(name for name, _colon, _value in declared)
    on_root = {one.partition(":")[0] for one in _declarations(_on_root(sheets))}
    values = {
        name: value
        for name, _colon, value in declared
        if name.startswith("--") and times[name] == 1 and name in on_root
    }
    while unsettled := [
        name
        for name, value in values.items()
        if not values.keys() >= set(USED.findall(value))
    ]:
        for name in unsettled:
            del values[name]
    return {name: _settled(value, values) for name, value in values.items()}


def with_values(rules: Iterable[Rule], values: dict[str, str]) -> tuple[Rule, ...]:
    """Return the rules with the value itself where one of these tokens is looked up."""
    return _each_said(rules, lambda one: _settled(one, values))


def with_one_bold(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules with every bold weight as 700.

    A phone looks for a face of its own for each weight before it can show a word of it.
    """
    return _each_said(rules, lambda one: BOLD.sub("700", one))


def with_tokens(rules: Iterable[Rule], names: frozenset[str]) -> tuple[Rule, ...]:
    """Return sheets of tokens with those in `names` alone; other declarations stay."""
    kept = []
    for rule in rules:
        if within := with_tokens(rule.rules, names):
            kept.append(Rule(rule.about, rules=within))
        declared = tuple(
            one
            for one in rule.declarations
            if not one.startswith("--") or one.partition(":")[0] in names
        )
        if declared:
            kept.append(Rule(rule.about, declared))
    return tuple(kept)


def written(rules: Iterable[Rule]) -> str:
    """Return the rules as one small text; neighbours in one layer share its braces."""
    out: list[str] = []
    layer = ""
    for rule in rules:
        if rule.about.startswith("@layer") and rule.rules:
            if rule.about == layer:
                out[-1] = out[-1][:-1] + written(rule.rules) + "}"
                continue
            layer = rule.about
        else:
            layer = ""
        out.append(_text(rule))
    return "".join(out)


def _blocks(css: str) -> Iterator[tuple[str, str | None]]:
    """Give each prelude with the text in its braces; None where it has no braces."""
    at = 0
    while at < len(css):
        mark = re.compile(r"[;{]").search(css, at)
        if mark is None:
            return
        about = css[at : mark.start()]
        if mark[0] == ";":
            yield about, None
            at = mark.end()
            continue
        end = _closing(css, mark.end())
        yield about, css[mark.end() : end - 1]
        at = end


def _closing(css: str, at: int) -> int:
    """Return where the block that is open at `at` has been closed.

    Raises ValueError when it never is.
    """
    depth = 1
    for brace in re.compile(r"[{}]").finditer(css, at):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    raise ValueError("A block of a stylesheet is never closed.")


def _rule(about: str, body: str | None) -> Rule:
    """Return one rule as it is kept: as small as it can be written."""
    if about.startswith("@"):
        about = re.sub(r"\s*([:,<>]=?)\s*", r"\1", about)
    else:
        about = re.sub(r"\s*([,>~+])\s*|(?<=\()\s+|\s+(?=\))", r"\1", about)
    if body is None:
        return Rule(about)
    if "{" in body:
        return Rule(about, rules=rules_of(body))
    return Rule(about, tuple(_small(one) for one in body.split(";") if one.strip()))


def _small(declaration: str) -> str:
    """Return a declaration without spare space, noughts or doubled digits of colours."""
    name, _colon, value = declaration.strip().partition(":")
    value = re.sub(r"\s*,\s*", ",", value.strip()).replace(" !important", "!important")
    value = re.sub(r"(?<![\w.])0(?=\.\d)", "", value)
    value = re.sub(r"#(\w)\1(\w)\2(\w)\3\b", r"#\1\2\3", value)
    return f"{name.strip()}:{value}"


def _each_said(rules: Iterable[Rule], said: Callable[[str], str]) -> tuple[Rule, ...]:
    """Return the rules with every declaration as `said` has it."""
    return tuple(
        Rule(
            rule.about,
            tuple(said(one) for one in rule.declarations),
            _each_said(rule.rules, said),
        )
        for rule in rules
    )


def _text(rule: Rule) -> str:
    """Return one rule as it is written."""
    if rule.rules:
        return f"{rule.about}{{{written(rule.rules)}}}"
    if rule.declarations:
        return f"{rule.about}{{{';'.join(rule.declarations)}}}"
    return f"{rule.about};"


def _settled(text: str, values: dict[str, str]) -> str:
    """Return a declaration or value with these tokens looked up, as deep as they go."""
    while (
        after := LOOKED_UP.sub(lambda one: values.get(one[1], one[0]), text)
    ) != text:
        text = after
    return text


def _on_root(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Give the rules for the root that hold whatever the page or the device is."""
    for rule in rules:
        if rule.about == ":root":
            yield rule
        elif rule.about.startswith("@layer"):
            yield from _on_root(rule.rules)


def _declarations(rules: Iterable[Rule]) -> Iterator[str]:
    """Give every declaration of the rules."""
    for rule in rules:
        yield from rule.declarations
        yield from _declarations(rule.rules)
