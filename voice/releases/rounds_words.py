"""What rounds side by side say, in the words of the page."""

from typing import TypedDict

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voice.releases.logic.differences import Compared
from voice.releases.logic.side_by_side import Change, Joined
from voice.releases.presentation import option_words, value_words, words_for
from voice.releases.queries.rounds import RoundLine, SideBySide


class RoundsBar(TypedDict):
    """One answer in one round; no share means a soft edge."""

    name: str
    words: str
    share: int | None


class RoundsGroup(TypedDict):
    """One answer over the rounds, as components/rounds_chart.html draws it."""

    label: str
    bars: list[RoundsBar]


class RoundsQuestion(TypedDict):
    """One question over the rounds that tell it."""

    key: str
    prompt: str
    names: list[str]
    answered: list[str]
    groups: list[RoundsGroup]
    sentences: list[str]
    apart: list[str]


def round_name(line: RoundLine) -> str:
    """Return what a round is called: its name, and the month it was told in."""
    return _("%(survey)s, %(month)s") % {
        "survey": line.told.name,
        "month": date_format(line.on, "F Y"),
    }


def rounds_questions(shown: SideBySide) -> list[RoundsQuestion]:
    """Return every question in the words of the page."""
    names = [round_name(one) for one in shown.rounds]
    return [_question(one, names) for one in shown.questions]


def _question(one: Joined, names: list[str]) -> RoundsQuestion:
    """Return one question with its bars and sentences."""
    own = [names[at] for at in one.places]
    return {
        "key": one.key,
        "prompt": one.prompt,
        "names": own,
        "answered": [words_for(table["answered"]) for table in one.tables],
        "groups": [_group(one, at, own) for at in range(len(one.options))],
        "sentences": _sentences(one, names) if len(one.places) > 1 else [],
        "apart": [names[at] for at in one.apart],
    }


def _group(one: Joined, option: int, names: list[str]) -> RoundsGroup:
    """Return one answer over the rounds."""
    newest = one.options[option]
    bars: list[RoundsBar] = []
    for at, name in enumerate(names):
        row = one.row(at, newest["key"])
        bars.append({"name": name, "words": value_words(row), "share": row["share"]})
    return {"label": option_words(one.tables[-1], newest), "bars": bars}


def _sentences(one: Joined, names: list[str]) -> list[str]:
    """Return what may be said of the rounds: differences that figures carry, or none."""
    changes = one.changes()
    said = [
        _changed(change, names)
        for change in changes
        if change.compared in {Compared.MORE, Compared.FEWER}
    ]
    if said:
        return said
    if all(change.compared == Compared.NOT_TOLD for change in changes):
        return [_("They cannot be compared: what is told in words has no difference.")]
    return [_("The numbers are too close, or too small, to say that anything changed.")]


def _changed(change: Change, names: list[str]) -> str:
    """Return the sentence for one answer that more, or fewer, gave."""
    words = (
        _(
            "A larger share chose “%(option)s” in “%(after)s” than in “%(before)s”; the "
            "numbers are far enough apart to say so."
        )
        if change.compared == Compared.MORE
        else _(
            "A smaller share chose “%(option)s” in “%(after)s” than in “%(before)s”; the "
            "numbers are far enough apart to say so."
        )
    )
    return words % {
        "option": change.option,
        "after": names[change.after],
        "before": names[change.before],
    }
