"""Reads wordings and the approvals of languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.logic.compiling import missing_parts, words_hash
from surveys.logic.definition import ANY_BAND, Picture, Sound
from surveys.logic.differences import Piece, differences
from surveys.logic.drafts import ALT, Draft, Part, Written, parts_to_word
from surveys.models import LanguageApproval, Survey

Name = tuple[str, str]
Place = tuple[str, str]
"""A language, and an age band or ANY_BAND."""


def approval_of(
    survey: Survey, draft: Draft, written: list[Written], language: str
) -> LanguageApproval | None:
    """Return the approval of exactly these words in `language`, the newest one."""
    return survey.language_approvals.filter(
        language=language, words_hash=words_hash(draft, written, language)
    ).first()


@dataclass(frozen=True)
class Row:
    """One line of the wordings editor: a part, its base words and the words now.

    `beside` is what the version on the other side says, where another was chosen
    than the base words. `was` is the base wording this was written from, when it is
    not the one of now.
    """

    part_: Part
    heading: str
    text: str = ""
    was: str | None = None
    beside: str = ""
    beside_sound: Sound | None = None
    base_picture: Picture | None = None
    picture: Picture | None = None
    sound: Sound | None = None
    is_sound_old: bool = False

    @property
    def name(self) -> Name:
        """Return what names the part within its survey."""
        return self.part_.name

    @property
    def key(self) -> str:
        """Return the question's key; empty for the survey's own words."""
        return self.part_.key

    @property
    def part(self) -> str:
        """Return the part's name."""
        return self.part_.part

    @property
    def base(self) -> str:
        """Return the base words of now."""
        return self.part_.text

    @property
    def label(self) -> str:
        """Return what the part is, for people."""
        return part_label(self.part_)

    @property
    def is_stale(self) -> bool:
        """Say whether the base words changed since these were written."""
        return self.was is not None

    @property
    def changes(self) -> list[Piece]:
        """Return what went out of the base words and what came, since these."""
        return [] if self.was is None else differences(self.was, self.base)


@dataclass(frozen=True)
class Version:
    """One language and age band of a survey, and how far its words are.

    `unheard` counts the words without a recording, `said_before` the recordings that
    say other words than are shown now.
    """

    language: str
    age_band: str
    parts: int
    missing: int
    stale: int
    approval: LanguageApproval | None
    is_base: bool = False
    unheard: int = 0
    said_before: int = 0

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
    return [version for version in every_version(survey) if not version.is_base]


def every_version(survey: Survey) -> list[Version]:
    """Return every version, the base one first; as many queries as `versions_of`."""
    draft, written = latest_draft_of(survey), written_of(survey)
    approvals = {
        language: approval_of(survey, draft, written, language)
        for language in draft.other_languages
    }
    return [
        _version(draft, written, (language, age_band), approvals.get(language))
        for language in draft.languages
        for age_band in (ANY_BAND, *draft.age_bands)
    ]


def wording_rows(
    survey: Survey, *, language: str, age_band: str, beside: Place | None = None
) -> list[Row]:
    """Return the lines of one version, in the order the survey is read.

    `beside` is the version to show on the other side; the base words unless given.
    """
    draft, written = latest_draft_of(survey), written_of(survey)
    prompts = {question.key: question.prompt for question in draft.questions}
    here, base = (language, age_band), _base(draft)
    now = _by_part(written, here)
    other, common = _by_part(written, beside or base), {}
    if beside and beside[1]:
        common = _by_part(written, (beside[0], ANY_BAND))
    return [
        _row(part, prompts.get(part.key, ""), now, other, common)
        for part in parts_to_word(draft)
    ]


def missing_rows(survey: Survey, language: str) -> list[Row]:
    """Return the parts that stop `language` from opening, as lines without words."""
    draft, written = latest_draft_of(survey), written_of(survey)
    prompts = {question.key: question.prompt for question in draft.questions}
    return [
        Row(part, prompts.get(part.key, ""))
        for part in missing_parts(draft, written, language)
    ]


def part_label(part: Part) -> str:
    """Return what a part is, for people."""
    labels = {
        "title": _("Title"),
        "introduction": _("First words"),
        "thanks": _("Last words"),
        "support": _("Words of support"),
        "prompt": _("Question"),
        "help": _("Hint"),
        "low": _("0 means"),
        "high": _("10 means"),
    }
    if part.part.startswith(ALT):
        return _("What the picture shows")
    return labels.get(part.part, _("Option"))


def _row(
    part: Part,
    heading: str,
    now: Mapping[Name, Written],
    other: Mapping[Name, Written],
    common: Mapping[Name, Written],
) -> Row:
    """Return one line: what is said `now`, in the `other` version or its `common` one."""
    own, shown = now.get(part.name), other.get(part.name)
    spare = common.get(part.name)
    has_words = own is not None and bool(own.text)
    return Row(
        part,
        heading,
        text=own.text if own else "",
        was=own.base if own and has_words and own.base != part.text else None,
        beside=(shown and shown.text) or (spare and spare.text) or part.text,
        beside_sound=shown.sound if shown else None,
        base_picture=part.picture,
        picture=own.picture if own else None,
        sound=own.sound if own else None,
        is_sound_old=own is not None and _says_before(part, own),
    )


def _version(
    draft: Draft,
    written: list[Written],
    place: Place,
    approval: LanguageApproval | None,
) -> Version:
    """Return how far one version is."""
    parts = parts_to_word(draft)
    is_base = place == _base(draft)
    now = _by_part(written, place)
    own = {name: row for name, row in now.items() if row.text}
    shown = {(row.key, ALT + row.part) for row in now.values() if row.picture}
    # A band's recordings are of its own words alone; the others are every band's.
    heard = [
        part
        for part in parts
        if part.is_heard and (is_base or place[1] == ANY_BAND or part.name in own)
    ]
    return Version(
        language=place[0],
        age_band=place[1],
        parts=len(parts),
        missing=0 if is_base else sum(p.name not in {*own, *shown} for p in parts),
        stale=sum(
            part.name in own and own[part.name].base != part.text for part in parts
        ),
        approval=approval,
        is_base=is_base,
        unheard=sum(
            part.name not in now or now[part.name].sound is None for part in heard
        ),
        said_before=sum(
            part.name in now and _says_before(part, now[part.name]) for part in heard
        ),
    )


def _says_before(part: Part, row: Written) -> bool:
    """Say whether a recording says other words than are shown now."""
    return (
        row.sound is not None and bool(row.said) and row.said != (row.text or part.text)
    )


def _base(draft: Draft) -> Place:
    """Return the version whose words are written in the survey itself."""
    return draft.base_language, ANY_BAND


def _by_part(written: list[Written], place: Place) -> dict[Name, Written]:
    """Return the wordings of one version by what they word."""
    return {
        (wording.key, wording.part): wording
        for wording in written
        if (wording.language, wording.age_band) == place
    }
