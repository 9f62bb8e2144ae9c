"""Reads everything that is looked at before a survey is published, in one list."""

from django.utils.translation import gettext as _

from surveys.drafting.reading import draft_of, written_of
from surveys.logic.checking import found_in
from surveys.logic.compiling import compile_definition
from surveys.logic.condition_troubles import sentence, troubles_in
from surveys.logic.condition_words import names_of
from surveys.logic.drafts import Draft, Written
from surveys.logic.findings import Code, Finding, Found, Standards, error
from surveys.models import Survey
from surveys.publish_checks import findings_of_higher_apps
from surveys.queries.check_four_questions import found_in_four_questions
from surveys.queries.check_support import found_in_support
from surveys.queries.check_time import found_in_time
from surveys.queries.found_sentences import said
from surveys.queries.jargon import jargon_now
from surveys.queries.places import Places
from surveys.queries.refusing import refusing
from voice.council.queries.bands import every_band


def findings_of(survey: Survey) -> list[Finding]:
    """Return what must be mended in `survey` as it stands, then what to think of again."""
    draft, written = draft_of(survey), written_of(survey)
    found = [
        *refusing(survey, draft, written),
        *_in_the_draft(survey, draft, written),
        *found_in_support(draft, ages_of_bands()),
        *found_in_time(survey, draft),
        *found_in_four_questions(survey, draft),
        *findings_of_higher_apps(survey),
    ]
    return sorted(found, key=lambda finding: not finding.is_error)


def standards_now() -> Standards:
    """Return what drafts are measured against now."""
    return Standards(ages=ages_of_bands(), jargon=jargon_now())


def ages_of_bands() -> dict[str, tuple[int, int]]:
    """Return the youngest and oldest age of each age band."""
    return {band.key: (band.youngest, band.oldest) for band in every_band()}


def _in_the_draft(
    survey: Survey, draft: Draft, written: list[Written]
) -> list[Finding]:
    """Return what the pure look at the draft, its conditions and wordings found."""
    definition = compile_definition(draft, written)
    places = Places(survey)
    names = names_of(draft)
    troubles = troubles_in(definition)
    told = {trouble.question for trouble in troubles}
    return [
        *(
            error(
                sentence(trouble, names=names),
                href=places.question(trouble.question),
                action=_("Go to the question"),
            )
            for trouble in troubles
        ),
        *(
            _finding(found, draft, places, names.questions.get(found.question, ""))
            for found in found_in(draft, definition, standards_now())
            if found.code is not Code.NOT_ASKED or found.question not in told
        ),
    ]


def _finding(found: Found, draft: Draft, places: Places, about: str) -> Finding:
    """Return one thing found as people read it, with the way to where it is mended."""
    told, mend = said(found)
    is_unspoken = found.code is Code.NO_SOUND
    if is_unspoken or found.language not in ("", draft.base_language):
        href, action = places.wordings(found.language), _("Go to the words")
    elif about:
        href, action = places.question(found.question), _("Go to the question")
    else:
        href, action = places.editor(), _("Go to the editor")
    return Finding(found.code.level, told, mend, about, href, action)
