"""How right the machine's suggestions are, in figures and in plain words."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.themes.logic.agreement import Interval
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries.accuracy import HowRight, TwoPeople, how_right, names_of
from voice.themes.views.loading import question_for


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def accuracy(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show how right suggestions are on tags made without them."""
    question = question_for(request, question_id)
    found = how_right(question)
    context = {
        "question": question,
        "survey": question.survey,
        "found": found,
        "sentence": beside_people(found) if found.accuracy else "",
        "figures": _figures(found.accuracy, found.people) if found.accuracy else [],
        "themes": _by_theme(found.accuracy) if found.accuracy else [],
    }
    return render(request, "themes/accuracy.html", context)


def beside_people(found: HowRight) -> str:
    """Return a sentence on the machine beside two people, no stronger than the figures."""
    if found.people is None:
        return _(
            "Nobody has coded a sample of this question a second time, so it cannot be "
            "said how far two people would agree."
        )
    if found.accuracy["f1_high"] < found.people.f1:
        return _("It agrees with people less often than two people agree.")
    if found.accuracy["f1_low"] > found.people.f1:
        return _("It agrees with people more often than two people agree.")
    return _(
        "As far as so few comments tell, it agrees with people about as often as two "
        "people agree."
    )


def _figures(accuracy: Mapping[str, Any], people: TwoPeople | None) -> list[list[str]]:
    """Return the rows of the table of figures."""
    interval = Interval(accuracy["f1_low"], accuracy["f1_high"])
    rows = [
        [
            _("Agreement with people (F1 by comment)"),
            _with_interval(accuracy["f1"], interval),
        ]
    ]
    if people:
        rows.append(
            [
                _("Two people with each other (F1 by comment)"),
                _with_interval(people.f1, people.interval),
            ]
        )
    right = accuracy["sure_right"]
    return [
        *rows,
        [_("Mean of the themes (macro F1)"), f"{accuracy['macro_f1']:.2f}"],
        [
            _("Of people's themes, among the first two suggested"),
            _percent(accuracy["first_two"]),
        ],
        [
            _("Comments with a suggestion called sure"),
            _percent(accuracy["sure_covers"]),
        ],
        [
            _("Of those called sure, right"),
            _("None was called sure") if right is None else _percent(right),
        ],
        [
            _("How far scores are from the share that is right"),
            _("%(points)s points of 100")
            % {"points": _points(accuracy["calibration"])},
        ],
    ]


def _by_theme(accuracy: Mapping[str, Any]) -> list[list[str]]:
    """Return the rows of the table of themes, those heard most first."""
    names = names_of(accuracy["themes"])
    each = sorted(
        ((names[pk], one) for pk, one in accuracy["themes"].items() if pk in names),
        key=lambda pair: (-pair[1]["comments"], pair[0]),
    )
    return [
        [
            name,
            str(one["comments"]),
            "–" if one["precision"] is None else _percent(one["precision"]),
            "–" if one["recall"] is None else _percent(one["recall"]),
        ]
        for name, one in each
    ]


def _with_interval(figure: float, interval: Interval | None) -> str:
    """Return a figure with the interval in which it is to be believed."""
    if interval is None:
        return f"{figure:.2f}"
    return _("%(figure)s (between %(low)s and %(high)s)") % {
        "figure": f"{figure:.2f}",
        "low": f"{interval.low:.2f}",
        "high": f"{interval.high:.2f}",
    }


def _percent(share: float) -> str:
    """Return a share in whole hundredths."""
    return f"{_points(share)} %"


def _points(share: float) -> str:
    """Return a share as a whole number out of a hundred."""
    return str(round(100 * share))
