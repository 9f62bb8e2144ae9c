"""What makes a codebook hard to use or to believe; pure.

The three numbers are of issue 6: more themes than people can hold in mind, a theme
that hardly anybody says, two themes that are really one.
"""

MOST_THEMES = 70
FEWEST_COMMENTS = 5
MOST_SHARED = 70


def has_too_many(themes: int) -> bool:
    """Say whether there are more themes in use than people can tell apart."""
    return themes > MOST_THEMES


def is_seldom(comments: int) -> bool:
    """Say whether a theme is heard in too few comments to stand alone."""
    return comments < FEWEST_COMMENTS


def shared_percent(both: int, one: int, other: int) -> int:
    """Return how much of the smaller theme is the other as well, in whole percent.

    Rounded down, so that seventy means no more than seventy.
    """
    smaller = min(one, other)
    return both * 100 // smaller if smaller else 0


def overlap(both: int, one: int, other: int) -> bool:
    """Say whether two themes share too much: over 70 % of the smaller one.

    A theme of a few comments tells nothing about that.
    """
    smaller = min(one, other)
    return not is_seldom(smaller) and both * 100 > MOST_SHARED * smaller
