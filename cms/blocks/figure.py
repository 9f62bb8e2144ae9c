"""A figure of a release: never a number an editor wrote."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.chosen import ChosenBlock
from cms.blocks.figure_told import figure_told
from cms.blocks.released import figures_to_choose
from cms.blocks.telling import Context, language_of, place_of
from voice.council.enums import BASE_LANGUAGE

GONE = _(
    "This figure may not be shown: it was never released, or was taken back since. "
    "Choose another, or remove the block."
)


class FigureBlock(blocks.StructBlock):
    """A table of a release with its chart; or that it was taken back, and why."""

    figure = ChosenBlock(
        figures_to_choose,
        gone=GONE,
        label=_("Figure"),
        help_text=_("Only tables that two people signed for everybody to read."),
    )

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the figure in the language of the page; None when there is none."""
        context = super().get_context(value, parent_context=parent_context)
        language = language_of(parent_context)
        chosen = str(value.get("figure") or "")
        context["told"] = figure_told(chosen, language=language)
        context["place"] = place_of(parent_context)
        context["base_language"] = BASE_LANGUAGE
        return context

    @staticmethod
    def is_gone(value: Any) -> bool:
        """Say whether what was chosen may not be shown any more."""
        chosen = str(value.get("figure") or "")
        if not chosen:
            return False
        told = figure_told(chosen, language=BASE_LANGUAGE)
        return told is None or told.recall is not None

    class Meta:
        """How it is offered and shown."""

        icon = "table"
        label = _("Figure of a release")
        template = "cms/blocks/figure.html"
