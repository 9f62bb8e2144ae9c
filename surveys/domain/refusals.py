"""Says, in sentences, why a survey cannot be published yet."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.drafting.keying import key_sentence
from surveys.drafting.reading import draft_of, incomplete_questions, written_of
from surveys.enums import QuestionKind
from surveys.languages import language_name
from surveys.logic.compiling import missing_parts
from surveys.logic.definition import is_longer, keeps_of
from surveys.logic.drafts import Draft, Written
from surveys.logic.keys import key_troubles
from surveys.models import Edition, Survey
from surveys.publish_checks import reasons_not_to_publish
from surveys.queries.editions import current_edition
from surveys.queries.opening import is_archived, words_are_over
from surveys.queries.wordings import approval_of
from surveys.ready import packs


def reasons_against(survey: Survey) -> list[str]:
    """Return every reason why `survey` as it stands cannot be published; none is yes."""
    draft = draft_of(survey)
    return [
        *_archived(survey),
        *_over(survey),
        *_empty(draft),
        *_incomplete(survey),
        *_keys(survey, draft),
        *_fixed(draft, current_edition(survey)),
        *_languages(survey, draft, written_of(survey)),
        *_packs(draft),
        *reasons_not_to_publish(survey),
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


def _incomplete(survey: Survey) -> list[str]:
    """Return which questions are not finished."""
    return [
        _("“%(words)s” is not finished: look at what its box asks for.")
        % {"words": words}
        for words in incomplete_questions(survey)
    ]


def _keys(survey: Survey, draft: Draft) -> list[str]:
    """Return what is wrong with the keys."""
    troubles = key_troubles(
        draft, locked=survey.locked_keys, kinds=survey.published_kinds
    )
    return [key_sentence(trouble) for trouble in troubles]


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


def _languages(survey: Survey, draft: Draft, written: list[Written]) -> list[str]:
    """Return which languages are not all there, or not read by a fluent reader."""
    reasons = []
    for code in draft.other_languages:
        missing = len(missing_parts(draft, written, code))
        name = {"language": language_name(code), "count": missing}
        if missing:
            reasons.append(
                ngettext(
                    "%(language)s: %(count)d wording is missing.",
                    "%(language)s: %(count)d wordings are missing.",
                    missing,
                )
                % name
            )
        elif approval_of(survey, draft, written, code) is None:
            reasons.append(
                _("%(language)s: no fluent reader has approved these words.") % name
            )
    return reasons
