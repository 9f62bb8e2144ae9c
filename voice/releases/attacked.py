"""What an attack on a release came to, in sentences for those who sign it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from voice.releases.logic.intruder.findings import Findings
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.leaving_out import spelt
from voice.releases.logic.tables import BreakdownTable, Tables
from voice.releases.presentation import BREAKDOWNS


def attack_sentences(findings: Findings, tables: Tables) -> list[str]:
    """Return why a release is refused; never what could be worked out, or of whom."""
    sentences = [
        _(
            "%(table)s: beside the other figures, what somebody answered, or a small "
            "number, could be worked out. It can only be released without this."
        )
        % {"table": place_words(spelt(place), tables)}
        for place in findings.to_hide
    ]
    sentences += [
        _(
            "%(table)s: no answers explain these figures, so they were not made by the "
            "rules. Tell whoever looks after Voice."
        )
        % {"table": place_words(spelt(place), tables)}
        for place in findings.unread
    ]
    if findings.ran_out_at:
        sentences.append(
            _(
                "Whether somebody’s answer can be worked out could not be settled in "
                "time, at: %(table)s. What is not settled is not released. Try again "
                "when the machine is less busy, or without the breakdowns of this."
            )
            % {"table": place_words(spelt(findings.ran_out_at), tables)}
        )
    return sentences


def by_itself(place: Place, tables: Tables) -> list[str]:
    """Return the breakdowns of the table at a place, as a form carries them."""
    names = {table["by"] for table in _breakdowns(tables)}
    return [f"{place.kind}/{place.key}/{by}" for by in sorted(names)]


def place_words(left: str, tables: Tables) -> str:
    """Return what a table is called that leaving_out.spelt names."""
    kind, key, by = left.split("/", 2)
    if kind == "withheld":
        return _("Comments that were kept back")
    if kind not in {"question", "apart", "theme"}:
        return _("Who answered")
    name = _("“%(name)s”") % {"name": _name(kind, key, tables)}
    if kind == "apart":
        return _("%(name)s, not sure or would rather not say") % {"name": name}
    return f"{name}, {_breakdown_name(by, tables)}" if by else name


def _name(kind: str, key: str, tables: Tables) -> str:
    """Return the prompt of a question, or the name of a theme."""
    if kind == "theme":
        names = {theme["key"]: theme["name"] for theme in tables["themes"]}
    else:
        names = {one["key"]: one["prompt"] for one in tables["questions"]}
    return names.get(key, key)


def _breakdown_name(by: str, tables: Tables) -> str:
    """Return what a breakdown is called: by age, or by a question of the survey."""
    if by in BREAKDOWNS:
        words = str(BREAKDOWNS[by])
        return words[:1].lower() + words[1:]
    prompts = {
        str(table["by"]): str(dict(table).get("prompt", table["by"]))
        for table in _breakdowns(tables)
    }
    return _("by “%(question)s”") % {"question": prompts.get(by, by)}


def _breakdowns(tables: Tables) -> Iterator[BreakdownTable]:
    """Yield every breakdown of a release."""
    for question in tables["questions"]:
        yield from question["breakdowns"]
    yield from tables.get("theme_breakdowns", [])
