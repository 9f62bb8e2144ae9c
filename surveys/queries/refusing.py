"""Reads what always refuses a survey: what is unfinished, promised, not translated."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.audience import Audience
from surveys.drafting.fixed import moved_sentence, readdressed_sentence
from surveys.drafting.keying import key_sentence
from surveys.drafting.reading import incomplete_questions
from surveys.enums import QuestionKind
from surveys.languages import language_name
from surveys.logic.compiling import missing_parts
from surveys.logic.definition import is_longer, keeps_of
from surveys.logic.drafts import Draft, Written
from surveys.logic.findings import Finding, error, warning
from surveys.logic.groups import not_asking_who
from surveys.logic.keys import key_troubles
from surveys.models import Edition, Survey
from surveys.queries.editions import current_edition
from surveys.queries.interface_words import is_draft
from surveys.queries.opening import is_archived, words_are_over
from surveys.queries.places import Places
from surveys.queries.safety_words import safety_approval
from surveys.queries.wordings import approval_of
from surveys.ready import packs


def refusing(survey: Survey, draft: Draft, written: list[Written]) -> list[Finding]:
    """Return every error of `survey` as it stands that is none of taste."""
    places = Places(survey)
    return [
        *map(error, _archived(survey)),
        *map(error, _over(survey)),
        *(error(sentence, href=places.editor()) for sentence in _empty(draft)),
        *_incomplete(survey, places),
        *_keys(survey, draft, places),
        *map(error, _moved(survey)),
        *map(error, _readdressed(survey)),
        *(error(sentence, href=places.editor()) for sentence in _of_adults(survey)),
        *map(error, _fixed(draft, current_edition(survey))),
        *_breakdowns(draft, current_edition(survey), places),
        *_languages(survey, draft, written, places),
        *(error(sentence, href=places.editor()) for sentence in _packs(draft)),
    ]


def _archived(survey: Survey) -> list[str]:
    """Return that it was put away."""
    if not is_archived(survey):
        return []
    return [_("This survey is archived. Take it out of the archive first.")]


def _over(survey: Survey) -> list[str]:
    """Return that nothing can be asked with it again, once its words were destroyed."""
    if not words_are_over(survey):
        return []
    return [
        _(
            "The time of this survey is over: what young people wrote was destroyed, as "
            "we promised. Make a new survey to ask again."
        )
    ]


def _empty(draft: Draft) -> list[str]:
    """Return what is missing altogether."""
    reasons = []
    if all(q.kind == QuestionKind.MESSAGE for q in draft.questions):
        reasons.append(_("Add a question: there is nothing to answer yet."))
    if not draft.age_bands:
        reasons.append(_("Choose at least one age band."))
    if draft.base_language not in draft.languages:
        reasons.append(
            _("Keep %(language)s among the languages: it is the one written first.")
            % {"language": language_name(draft.base_language)}
        )
    return reasons


def _incomplete(survey: Survey, places: Places) -> list[Finding]:
    """Return which questions are not finished."""
    return [
        error(
            _("“%(words)s” is not finished: look at what its box asks for.")
            % {"words": words},
            href=places.block(number),
            action=_("Go to the question"),
        )
        for number, words in incomplete_questions(survey).items()
    ]


def _keys(survey: Survey, draft: Draft, places: Places) -> list[Finding]:
    """Return what is wrong with the keys."""
    troubles = key_troubles(
        draft, locked=survey.locked_keys, kinds=survey.published_kinds
    )
    return [
        error(key_sentence(trouble), href=places.editor(), action=_("Go to the editor"))
        for trouble in troubles
    ]


def _fixed(draft: Draft, newest: Edition | None) -> list[str]:
    """Return what was promised at the first publish and has changed since."""
    if newest is None:
        return []
    reasons = []
    if newest.definition["mode"] != draft.mode:
        reasons.append(
            _("Young people were told whether we know who they are; it cannot change.")
        )
    if newest.definition["breakdowns"] != list(draft.breakdowns):
        reasons.append(
            _("The breakdowns were fixed when the survey was first published.")
        )
    if is_longer(draft.keeps, than=keeps_of(newest.definition)):
        reasons.append(
            _(
                "Young people were told how long we keep what they say. It can become "
                "shorter, never longer."
            )
        )
    return reasons


def _breakdowns(draft: Draft, newest: Edition | None, places: Places) -> list[Finding]:
    """Return the questions that results are to be broken down by and cannot be."""
    before = newest.definition if newest else None
    return [
        error(
            _(
                "Results are to be broken down by “%(key)s”: keep it a question of one "
                "choice about who they are, with the same choices, that is asked "
                "whatever was answered before."
            )
            % {"key": key},
            href=places.editor(),
            action=_("Go to the editor"),
        )
        for key in not_asking_who(draft, before)
    ]


def _moved(survey: Survey) -> list[str]:
    """Return that it was put into another consultation after it was published."""
    return [moved_sentence()] if survey.is_moved else []


def _readdressed(survey: Survey) -> list[str]:
    """Return that it would ask others than it asked when it was published."""
    return [readdressed_sentence()] if survey.is_readdressed else []


def _of_adults(survey: Survey) -> list[str]:
    """Return what a survey of adults does not say, and bands that are not theirs.

    Nor may one of young people ask in the band of adults: figures go by band.
    """
    adults = {one.value for one in Audience.adults()}
    if not survey.asks_adults:
        mixed = adults & set(survey.age_bands)
        return [_("Choose the age bands of young people.")] if mixed else []
    reasons = []
    if not (survey.asked_who and survey.asked):
        reasons.append(
            _(
                "Say which adults are asked, and how many of them could answer: it "
                "stands beside their figures."
            )
        )
    if survey.age_bands != [survey.audience]:
        reasons.append(
            _("Age bands are for young people. Save the survey again in the editor.")
        )
    return reasons


def _packs(draft: Draft) -> list[str]:
    """Return which instruments are not offered in a language of the survey."""
    names = dict.fromkeys(question.pack for question in draft.questions)
    taken = [ready for ready in packs() if ready.pack and ready.pack.name in names]
    return [
        _(
            "“%(pack)s” is not offered in %(language)s, and nobody may translate it. "
            "Leave one of the two out."
        )
        % {"pack": ready.draft.title, "language": language_name(code)}
        for ready in taken
        for code in draft.languages
        if ready.pack and code not in ready.pack.languages
    ]


def _languages(
    survey: Survey, draft: Draft, written: list[Written], places: Places
) -> list[Finding]:
    """Return which languages are not all there, or not read by a fluent reader."""
    found = []
    for code in draft.other_languages:
        missing = len(missing_parts(draft, written, code))
        name = {"language": language_name(code), "count": missing}
        sentence = ""
        if missing:
            sentence = ngettext(
                "%(language)s: %(count)d wording is missing.",
                "%(language)s: %(count)d wordings are missing.",
                missing,
            )
        elif approval_of(survey, draft, written, code) is None:
            sentence = _("%(language)s: no fluent reader has approved these words.")
        if sentence:
            words = places.wordings(code)
            found.append(
                error(sentence % name, href=words, action=_("Go to the words"))
            )
        if safety_approval(code) is None:
            found.append(_safety_words(code))
        if is_draft(code):
            found.append(_interface(code))
    return found


def _interface(code: str) -> Finding:
    """Return that what stands around the questions is a draft in a language."""
    return warning(
        _("%(language)s: the words around the questions are still a draft.")
        % {"language": language_name(code)},
        _("Have somebody who speaks it well read and approve them, for all surveys."),
        href=reverse("surveys:interface_words", args=[code]),
        action=_("Go to these words"),
    )


def _safety_words(code: str) -> Finding:
    """Return that nobody named has approved the house's own words in a language."""
    return error(
        _(
            "%(language)s: no named fluent reader has approved what every survey says "
            "of safety and privacy."
        )
        % {"language": language_name(code)},
        _("Have somebody who speaks it well read those words once, for all surveys."),
        href=reverse("survey_safety_words", args=[code]),
        action=_("Go to these words"),
    )
