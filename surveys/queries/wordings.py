"""Reads wordings and the approvals of languages."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.logic.compiling import words_hash
from surveys.logic.definition import ANY_BAND
from surveys.logic.drafts import Draft, Part, Written, parts_to_word
from surveys.models import LanguageApproval, Survey


def approval_of(
    survey: Survey, draft: Draft, written: list[Written], language: str
) -> LanguageApproval | None:
    """Return the approval of exactly these words in `language`, the newest one."""
    return survey.language_approvals.filter(
        language=language, words_hash=words_hash(draft, written, language)
    ).first()


@dataclass(frozen=True)
class Row:
    """One line of the wordings editor: a part, its base words and the words now."""

    key: str
    part: str
    heading: str
    label: str
    base: str
    text: str
    is_stale: bool

    @property
    def name(self) -> tuple[str, str]:
        """Return what names the part within its survey."""
        return self.key, self.part


@dataclass(frozen=True)
class Version:
    """One language and age band of a survey, and how far its words are."""

    language: str
    age_band: str
    parts: int
    missing: int
    stale: int
    approval: LanguageApproval | None

    @property
    def worded(self) -> int:
        """Return how many parts have words of this version's own."""
        return self.parts - self.missing

    @property
    def is_optional(self) -> bool:
        """Say whether a part without words falls back on those for every band."""
        return self.age_band != ANY_BAND


def versions_of(survey: Survey) -> list[Version]:
    """Return every version beside the base one; four queries and one a language."""
    draft, written = latest_draft_of(survey), written_of(survey)
    return [
        _version(survey, draft, written, language, age_band)
        for language in draft.languages
        for age_band in (ANY_BAND, *draft.age_bands)
        if (language, age_band) != (draft.base_language, ANY_BAND)
    ]


def wording_rows(survey: Survey, *, language: str, age_band: str) -> list[Row]:
    """Return the lines of one version, in the order the survey is read."""
    draft = latest_draft_of(survey)
    prompts = {question.key: question.prompt for question in draft.questions}
    now = _by_part(written_of(survey), language, age_band)
    return [
        Row(
            key=part.key,
            part=part.part,
            heading=prompts.get(part.key, ""),
            label=part_label(part),
            base=part.text,
            text=now[part.name].text if part.name in now else "",
            is_stale=part.name in now and now[part.name].base != part.text,
        )
        for part in parts_to_word(draft)
    ]


def part_label(part: Part) -> str:
    """Return what a part is, for people."""
    labels = {
        "title": _("Title"),
        "introduction": _("First words"),
        "thanks": _("Last words"),
        "prompt": _("Question"),
        "help": _("Hint"),
        "low": _("0 means"),
        "high": _("10 means"),
    }
    return labels.get(part.part, _("Option"))


def _version(
    survey: Survey, draft: Draft, written: list[Written], language: str, age_band: str
) -> Version:
    """Return how far one version is."""
    parts = parts_to_word(draft)
    now = _by_part(written, language, age_band)
    translated = language != draft.base_language
    return Version(
        language=language,
        age_band=age_band,
        parts=len(parts),
        missing=sum(part.name not in now for part in parts),
        stale=sum(
            part.name in now and now[part.name].base != part.text for part in parts
        ),
        approval=approval_of(survey, draft, written, language) if translated else None,
    )


def _by_part(
    written: list[Written], language: str, age_band: str
) -> dict[tuple[str, str], Written]:
    """Return the wordings of one version by what they word."""
    return {
        (wording.key, wording.part): wording
        for wording in written
        if (wording.language, wording.age_band) == (language, age_band)
    }
