"""Records that a fluent reader has read and approved a language."""

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.languages import language_name
from surveys.logic.compiling import missing_parts, words_hash
from surveys.logic.drafts import Draft, parts_of
from surveys.models import LanguageApproval, Survey
from voice.accounts.models import User
from voice.audit.domain.record import record


class CannotApprove(Exception):
    """These words cannot be approved yet; says why."""


@transaction.atomic
def approve_language(
    survey: Survey, *, language: str, reader_name: str, by: User
) -> LanguageApproval:
    """Record that the fluent reader `reader_name` approves the words of `language`.

    It holds for exactly the words of now: any change makes it lapse. Raises
    CannotApprove when nobody is named or wordings are missing.
    """
    reader_name = reader_name.strip()
    if not reader_name:
        raise CannotApprove(_("Give the name of the fluent reader."))
    draft, written = latest_draft_of(survey), written_of(survey)
    if language not in draft.other_languages:
        raise CannotApprove(
            _("The survey is not translated into “%(language)s”.")
            % {"language": language_name(language)}
        )
    if missing_parts(draft, written, language):
        raise CannotApprove(_("Word everything first, then have it read."))
    approval = LanguageApproval.objects.create(
        survey=survey,
        language=language,
        reader_name=reader_name,
        words_hash=words_hash(draft, written, language),
        recorded_by=by,
    )
    _agree_with_base(survey, draft, language)
    record("surveys.approve_language", of=survey, by=by, language=language)
    return approval


def _agree_with_base(survey: Survey, draft: Draft, language: str) -> None:
    """Take every wording of `language` as right for the base wording of now."""
    base = {part.name: part.text for part in parts_of(draft)}
    for row in survey.wordings.filter(language=language):
        now = base.get((row.key, row.part), row.base)
        if row.base != now:
            row.base = now
            row.save(update_fields=["base"])
