"""Numbers of the plan: each once, and those below follow those above."""

from django.utils.translation import gettext as _

from voice.statement.models import Action, Area, KeyTheme


class NumberTaken(Exception):
    """Another part of the plan has this number; the message is for people."""


def refuse_taken_key_theme(key_theme: KeyTheme) -> None:
    """Raise NumberTaken when another key theme of the statement has the number."""
    same = KeyTheme.objects.filter(
        statement_id=key_theme.statement_id, number=key_theme.number
    )
    if same.exclude(pk=key_theme.pk).exists():
        raise NumberTaken(
            _("Key theme %(number)s is there already. Choose another number.")
            % {"number": key_theme.number}
        )


def refuse_taken_area(area: Area) -> None:
    """Raise NumberTaken when another area of the statement has the number."""
    same = Area.objects.filter(
        key_theme__statement=area.key_theme.statement_id, number=area.number
    )
    if same.exclude(pk=area.pk).exists():
        raise NumberTaken(
            _("Area %(number)s is there already. Choose another number.")
            % {"number": area.number}
        )


def refuse_taken_action(action: Action) -> None:
    """Raise NumberTaken when another action of the statement has the number.

    One that was withdrawn keeps its own: people adopted it under that number.
    """
    same = Action.objects.filter(
        area__key_theme__statement=action.area.key_theme.statement_id,
        number=action.number,
    )
    if same.exclude(pk=action.pk).exists():
        raise NumberTaken(
            _("Action %(number)s is there already. Choose another number.")
            % {"number": action.number}
        )


def renumber_under(key_theme: KeyTheme, *, before: int) -> None:
    """Let areas and actions that begin with a key theme's number follow it.

    What has been numbered otherwise keeps its number, as does what would take one
    that is there.
    """
    old, new = f"{before}.", f"{key_theme.number}."
    if old == new:
        return
    areas = key_theme.areas.all()
    taken = set(areas.values_list("number", flat=True))
    for area in areas.filter(number__startswith=old):
        after = new + area.number.removeprefix(old)
        if after not in taken:
            areas.filter(pk=area.pk).update(number=after)
    for area in areas.prefetch_related("actions"):
        here = {action.number for action in area.actions.all()}
        for action in area.actions.all():
            after = new + action.number.removeprefix(old)
            if action.number.startswith(old) and after not in here:
                Action.objects.filter(pk=action.pk).update(number=after)
