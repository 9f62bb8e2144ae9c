"""Widgets of the editor: one hidden input each, laid out by static/js/admin."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.functional import cached_property
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.blocks.field_block import FieldBlockAdapter

from surveys.drafting.values import STATEMENTS, offered

MEDIA = forms.Media(
    css={"all": ["css/admin/survey_editor.css"]},
    # The stubs know addresses only; a script object is Django's own since 5.2.
    js=[Script("js/admin/survey_editor.js", type="module")],  # type: ignore[list-item]
)


class JSONWidget(forms.HiddenInput):
    """A hidden input whose JSON a script lays out; `shape` tells it how."""

    is_hidden = False

    def __init__(self, shape: dict[str, Any], **options: Any) -> None:
        """Remember the shape."""
        self.shape = shape
        super().__init__(**options)


class LinesWidget(JSONWidget):
    """A line for each option or statement."""

    def __init__(self, kind: str, *, least: int, most: int, **options: Any) -> None:
        """Know of what kind the lines are, and how many there may be."""
        sort = STATEMENTS if kind == STATEMENTS else "options"
        shape = {"kind": kind, "sort": sort, "least": least, "most": most}
        super().__init__(shape, **options)


class ExtrasWidget(JSONWidget):
    """The settings of one question."""

    def __init__(self, kind: str, **options: Any) -> None:
        """Know what a question of `kind` offers."""
        super().__init__({"kind": kind, "offers": sorted(offered(kind))}, **options)


class ShapedAdapter(WidgetAdapter):
    """Gives the script a widget's shape."""

    @cached_property
    def media(self) -> forms.Media:
        """Return the scripts; asked late, since their names are hashed by collecting."""
        return super().media + MEDIA

    def js_args(self, widget: JSONWidget) -> list[Any]:
        """Return what the script's class is made with."""
        return [widget.shape]


class LinesAdapter(ShapedAdapter):
    """Gives the script a widget of lines."""

    js_constructor = "voice.widgets.Lines"


class ExtrasAdapter(ShapedAdapter):
    """Gives the script a widget of settings."""

    js_constructor = "voice.widgets.Extras"


class CopiedFieldAdapter(FieldBlockAdapter):
    """A field that a copied question has without the keys and ids of the first."""

    js_constructor = "voice.blocks.Field"

    @cached_property
    def media(self) -> forms.Media:
        """Return the scripts; asked late, as above."""
        return super().media + MEDIA


register(LinesAdapter(), LinesWidget)
register(ExtrasAdapter(), ExtrasWidget)
