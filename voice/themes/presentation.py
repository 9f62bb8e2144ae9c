"""What the agreement between coders allows, in plain sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.themes.enums import Standing
from voice.themes.logic.agreement import GOOD_FROM
from voice.themes.queries.figures import Figures

# K. Krippendorff, Content Analysis: rely on 0.8, conclude with care from below it.
RELY_FROM = 0.8

KINDS = {Standing.ONE_CODER: "", Standing.TOO_LOW: "wrong", Standing.GOOD: "good"}

TITLES = {
    Standing.ONE_CODER: gettext_lazy("One person's reading so far"),
    Standing.TOO_LOW: gettext_lazy("People hear too different things"),
    Standing.GOOD: gettext_lazy("Two people hear the same"),
}


def what_it_allows(standing: Standing, figures: Figures | None) -> str:
    """Return what may be released of a question's themes, and what to do next."""
    if standing == Standing.TOO_LOW:
        return _(
            "The figure is below 0.6, so no theme of this question enters a release. "
            "Talk about the themes you differ on most, word them anew, and code a new "
            "sample."
        )
    if standing == Standing.GOOD:
        return " ".join((_how_far(figures), *_but_small(figures)))
    if figures is not None:
        return _(
            "Everybody heard the same one thing in every comment, which says nothing "
            "about whether they agree. Themes of this question travel in words, without "
            "digits. Code a larger sample."
        )
    return _(
        "Themes of this question travel in words, without digits, until a second person "
        "has coded a sample and hears the same."
    )


def _how_far(figures: Figures | None) -> str:
    """Return how far counts can be relied on."""
    if figures and figures.alpha is not None and figures.alpha >= RELY_FROM:
        return _("How many said each theme may be released, and relied on.")
    return _(
        "How many said each theme may be released. Take it as about right: under 0.8 "
        "people still differ on some."
    )


def _but_small(figures: Figures | None) -> list[str]:
    """Return a warning where the sample is too small to be sure."""
    interval = figures.alpha_interval if figures else None
    if interval is None or interval.low >= GOOD_FROM:
        return []
    return [
        _(
            "With so few comments the true figure may be below 0.6. A larger sample would "
            "tell."
        )
    ]
