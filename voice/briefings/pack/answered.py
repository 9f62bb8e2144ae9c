"""Who answered: the protected reach of each consultation, as it was released."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from surveys.audience_words import survey_called
from voice.briefings.logic.paper import Block
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import Section, words
from voice.briefings.queries.blocks.reach import reach_block
from voice.releases.logic.protected import Code
from voice.releases.logic.tables import audience_told
from voice.releases.models import Release
from voice.releases.presentation import words_for


def who_answered(scope: Scope) -> Section:
    """Return the section; no queries."""
    section = Section(_("Who answered"))
    for one in scope.consultations:
        releases = scope.newest_of(one)
        for release in releases:
            section.blocks += _answered(scope, release)
        if not releases:
            section.missing.append(
                _(
                    "Nothing is released of “%(title)s”, so nobody outside knows how many answered."
                )
                % {"title": one.title}
            )
    if not scope.consultations:
        section.missing.append(_("Nobody answered, as nobody was asked."))
    return section


def _answered(scope: Scope, release: Release) -> Iterable[Block]:
    """Yield the reach of one survey, and what was set aside or kept back."""
    tables = release.tables
    yield reach_block(
        tables["reach"],
        consultation=survey_called(release.survey.title, audience_told(tables)),
        source=scope.number_of(release),
    )
    aside = tables.get("set_aside")
    if aside and aside["code"] != Code.NOT_SHOWN:
        yield words(
            _("Left out by a recorded rule, as hoaxes or duplicates: %(number)s.")
            % {"number": words_for(aside)}
        )
