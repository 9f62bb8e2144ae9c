"""The whole pack as one paper, opening with what is missing from it."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from voice.briefings.logic.paper import Block, Item, Paper, paper_of
from voice.briefings.pack.answered import who_answered
from voice.briefings.pack.asked import who_was_asked
from voice.briefings.pack.changed import what_changed
from voice.briefings.pack.clocks import how_quickly_it_was_read
from voice.briefings.pack.meetings import decisions_in
from voice.briefings.pack.not_done import what_was_not_done
from voice.briefings.pack.received import who_received_it
from voice.briefings.pack.said import what_they_said
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import Section, heading, item, listing, words
from voice.briefings.pack.told import proof_they_were_told
from voice.briefings.pack.verdict import their_verdict
from voice.briefings.queries.composing import day
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.settings import council_settings


def pack_paper(scope: Scope) -> Paper:
    """Return the pack of this scope, in the base language; at most twenty queries."""
    with override(BASE_LANGUAGE):
        found = _sections(scope)
        blocks = [*_opening(scope), *_missing(found)]
        for section in found:
            blocks += section.whole()
        return paper_of(
            title=_("How children were heard, and what came of it"),
            subtitle=_("Evidence for inspectors: %(since)s to %(until)s")
            % {"since": day(scope.since), "until": day(scope.until)},
            organisation=council_settings().name,
            date=scope.today.isoformat(),
            language=BASE_LANGUAGE,
            blocks=blocks,
            sources=scope.sources(),
        )


def _sections(scope: Scope) -> list[Section]:
    """Return what inspectors ask, in the order in which they ask it."""
    decisions = decisions_in(scope)
    return [
        who_was_asked(scope),
        who_answered(scope),
        what_they_said(scope),
        who_received_it(scope),
        what_changed(scope, decisions),
        what_was_not_done(scope, decisions),
        proof_they_were_told(scope),
        their_verdict(scope),
        how_quickly_it_was_read(scope),
    ]


def _opening(scope: Scope) -> list[Block]:
    """Return what the pack is made of, and how to walk a sentence back."""
    return [
        words(
            _(
                "Made on %(day)s from what was released, published and recorded by then; "
                "nothing in it changes afterwards. Every number that children gave was "
                "protected before two people signed it, and none is worked out here. The "
                "number of a source leads to the list at the end, which names the release "
                "and its fingerprint."
            )
            % {"day": day(scope.today)}
        ),
        *listing(_about(scope)),
    ]


def _about(scope: Scope) -> list[Item]:
    """Return which key themes and consultations it is about."""
    themes = "; ".join(str(one) for one in scope.key_themes)
    asked = "; ".join(one.title for one in scope.consultations)
    told = [(_("Key themes"), themes), (_("Consultations"), asked)]
    return [item(name, detail=detail) for name, detail in told if detail]


def _missing(sections: list[Section]) -> list[Block]:
    """Return what no section could show: inspectors find it, so it is said first."""
    gaps = [
        item(sentence, detail=section.title)
        for section in sections
        for sentence in section.missing
    ]
    if not gaps:
        return []
    return [heading(_("What is missing"), 2), *listing(gaps)]
