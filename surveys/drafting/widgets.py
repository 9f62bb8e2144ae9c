"""Widgets of the editor: one hidden input each, drawn by static/js/admin."""

from typing import Any

from django import forms


class JSONWidget(forms.HiddenInput):
    """A hidden input whose JSON a script lays out as lines or choices."""

    is_hidden = False


class OptionsWidget(JSONWidget):
    """Lines of options."""

    def __init__(self, kind: str, *, least: int, most: int, **options: Any) -> None:
        """Know what a question of `kind` offers."""
        self.kind, self.least, self.most = kind, least, most
        super().__init__(**options)


class StatementsWidget(JSONWidget):
    """Lines of statements."""


class ExtrasWidget(JSONWidget):
    """The settings of one question."""

    def __init__(self, kind: str, **options: Any) -> None:
        """Know what a question of `kind` offers."""
        self.kind = kind
        super().__init__(**options)
