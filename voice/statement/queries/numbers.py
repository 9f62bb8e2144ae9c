"""The next free numbers of key themes, areas and actions."""

from collections.abc import Collection

from django.db.models import Max

from voice.statement.models import Area, KeyTheme, Statement


def next_key_theme_number(statement: Statement) -> int:
    """Return the number after the statement's highest."""
    highest = statement.key_themes.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def next_area_number(key_theme: KeyTheme) -> str:
    """Return the first number of the shape “2.3” that the key theme has free."""
    taken = set(key_theme.areas.values_list("number", flat=True))
    return _next(str(key_theme.number), taken)


def next_action_number(area: Area) -> str:
    """Return the first number of the shape “2.3.1” that the area has free."""
    return _next(area.number, set(area.actions.values_list("number", flat=True)))


def _next(above: str, taken: Collection[str]) -> str:
    """Return the first free number under `above`, after as many as there are."""
    place = len(taken) + 1
    while f"{above}.{place}" in taken:
        place += 1
    return f"{above}.{place}"
