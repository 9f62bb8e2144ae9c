"""Reads wordings and the approvals of languages."""

from surveys.logic.compiling import words_hash
from surveys.logic.drafts import Draft, Written
from surveys.models import LanguageApproval, Survey


def written_of(survey: Survey) -> list[Written]:
    """Return every wording of `survey`, in one query."""
    return [
        Written(
            key=row.key,
            part=row.part,
            age_band=row.age_band,
            language=row.language,
            text=row.text,
            base=row.base,
        )
        for row in survey.wordings.all()
    ]


def approval_of(
    survey: Survey, draft: Draft, written: list[Written], language: str
) -> LanguageApproval | None:
    """Return the approval of exactly these words in `language`, the newest one."""
    return survey.language_approvals.filter(
        language=language, words_hash=words_hash(draft, written, language)
    ).first()
