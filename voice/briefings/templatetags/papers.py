"""Draws a paper in its own language, whatever language the page around it is in."""

from django import template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from voice.briefings.enums import BriefingState
from voice.briefings.logic.paper import Block, Paper, blocks_for, sources_named
from voice.council.enums import BASE_LANGUAGE
from voice.inputs import direction_of

register = template.Library()

KINDS = {
    BriefingState.DRAFT: "not_started",
    BriefingState.APPROVED: "under_way",
    BriefingState.ISSUED: "done",
}


@register.simple_tag
def paper_body(paper: Paper, *, easy: bool = False, walked: bool = False) -> SafeString:
    """Return the blocks of a paper as HTML: all but easy read, or easy read alone.

    `walked`: each source leads on to the board's page of it.
    """
    blocks = blocks_for(paper, easy=easy)
    context = {"paper": paper, "blocks": blocks, "walked": walked}
    with translation.override(paper["language"]):
        return render_to_string("briefings/read/paper.html", context)


@register.filter
def named(block: Block) -> list[int]:
    """Return the numbers of the sources that a block names."""
    return sources_named(block)


@register.filter
def way(language: str) -> str:
    """Return which way a language is written: rtl or ltr."""
    return direction_of(language or BASE_LANGUAGE)


@register.filter
def state_kind(state: str) -> str:
    """Return the kind of status tag for the state of a briefing."""
    return KINDS[BriefingState(state)]
