"""What released figures of a theme say in sentences, and what they cannot."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voice.releases.logic.differences import (
    Compared,
    compare,
    furthest_apart,
    share_of_count,
    share_of_percent,
)
from voice.releases.logic.tables import Cell, GroupRow
from voice.releases.presentation import (
    ChartRow,
    group_words,
    value_words,
    words_for,
)
from voice.statement.queries.released_themes import Round, RoundBefore
from voice.statement.queries.seen_theme import Grouped


def round_words(one: Round | RoundBefore) -> str:
    """Return what a round is called: its survey, and when it was told."""
    words = _("%(survey)s, %(month)s") % {
        "survey": one.survey,
        "month": date_format(one.on, "F Y"),
    }
    if one.merged:
        return _("%(round)s, as “%(name)s”") % {
            "round": words,
            "name": one.row["name"],
        }
    return words


def round_rows(rounds: Sequence[Round | RoundBefore]) -> list[ChartRow]:
    """Return the rounds of a theme as bars."""
    return [
        {
            "label": round_words(one),
            "words": value_words(one.row),
            "share": one.row["share"],
        }
        for one in rounds
    ]


def growth_words(rounds: Sequence[Round | RoundBefore]) -> list[str]:
    """Return what the rounds of a theme say one beside the next, in sentences."""
    own = [one for one in rounds if not one.merged]
    if len(own) < 2:
        return [_("Told in one round so far: from the second on, growth can be seen.")]
    shares = [share_of_count(one.row["count"], one.wrote) for one in own]
    found = [compare(*pair, pairs=len(own) - 1) for pair in pairwise(shares)]
    sentences = [
        _grown(compared) % {"before": round_words(before), "after": round_words(after)}
        for (before, after), compared in zip(pairwise(own), found, strict=True)
    ]
    if len({one.row["sentence"] for one in own}) > 1:
        sentences.append(
            _("Its sentence was not the same in all of them: compare with care.")
        )
    if any(isinstance(one, RoundBefore) for one in own):
        sentences.append(
            _(
                "Some were asked with another tool: who sorted what was said there, and "
                "how, is not known here."
            )
        )
    sentences.append(
        _(
            "Each is a share of those who wrote, who were not the same young people "
            "each time."
        )
    )
    return sentences


def _grown(compared: Compared) -> str:
    """Return the sentence for one round beside the one before."""
    return {
        Compared.MORE: _(
            "A larger share said it in “%(after)s” than in “%(before)s”; the numbers "
            "are far enough apart to say so."
        ),
        Compared.FEWER: _(
            "A smaller share said it in “%(after)s” than in “%(before)s”; the numbers "
            "are far enough apart to say so."
        ),
        Compared.TOO_CLOSE: _(
            "“%(before)s” and “%(after)s” are too close, or too small, to say whether "
            "more or fewer said it."
        ),
        Compared.NOT_TOLD: _(
            "“%(before)s” and “%(after)s” cannot be compared: one is told in words."
        ),
    }[compared]


def group_rows(grouped: Grouped) -> list[ChartRow]:
    """Return the groups of one breakdown as bars, for the theme they are about."""
    return [
        {
            "label": _("%(group)s (of about %(wrote)s)")
            % {
                "group": group_words(grouped.table, group),
                "wrote": words_for(group["answered"]),
            }
            if group["answered"]["code"] == "count"
            else group_words(grouped.table, group),
            "words": words_for(_cell(grouped, group)["told"]),
            "share": _cell(grouped, group)["share"],
        }
        for group in grouped.table["groups"]
    ]


def groups_in_words(grouped: Grouped) -> str:
    """Return whether any two groups differ, in a sentence."""
    groups = grouped.table["groups"]
    shares = [
        share_of_percent(_cell(grouped, group)["told"], group["answered"])
        for group in groups
    ]
    found = furthest_apart(shares)
    if found is None:
        return _(
            "The groups are too close, or too small, to say that one says it more than "
            "another."
        )
    less, more = (group_words(grouped.table, groups[at]) for at in found)
    return _(
        "“%(more)s” say it more often than “%(less)s”; the numbers are far enough "
        "apart to say so. They do not say why."
    ) % {"more": more, "less": less}


def _cell(grouped: Grouped, group: GroupRow) -> Cell:
    """Return what a group says of the theme."""
    key = grouped.round.row["key"]
    return next(cell for cell in group["cells"] if cell["option"] == key)
