"""Words a survey for another language or age band."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.drafting.reading import latest_draft_of
from surveys.logic.definition import ANY_BAND
from surveys.logic.drafts import Draft, parts_to_word
from surveys.logic.plain import plain_words
from surveys.models import Survey, Wording
from voice.accounts.models import User
from voice.audit.domain.record import record

Words = dict[tuple[str, str], str]


class CannotWord(Exception):
    """There is no such part, language or age band to word; says which."""


def write_wording(
    survey: Survey,
    *,
    key: str,
    part: str,
    language: str,
    text: str,
    by: User,
    age_band: str = ANY_BAND,
) -> None:
    """Write one wording; an empty text takes it away. See `write_wordings`."""
    write_wordings(
        survey, language=language, age_band=age_band, words={(key, part): text}, by=by
    )


@transaction.atomic
def write_wordings(
    survey: Survey,
    *,
    language: str,
    words: Words,
    by: User,
    age_band: str = ANY_BAND,
    still_right: Collection[tuple[str, str]] = (),
    written_from: Mapping[tuple[str, str], str] | None = None,
) -> int:
    """Write the wordings of one language and band; return how many have changed.

    `words` maps (question key, part) to the text, kept without markup; an empty text
    takes the wording away, but not its picture or sound. Each remembers the base
    wording it was written from, the one of now unless `written_from` names it; those
    of `still_right` are kept as right for the base wording of now. Raises CannotWord, and
    writes nothing then, for a part that the newest draft does not have, or for a
    language or band it is not asked in.
    """
    draft = latest_draft_of(survey)
    refuse_what_is_not_asked(draft, language, age_band)
    if is_base(draft, language, age_band):
        raise CannotWord(_("The base wording is written in the survey itself."))
    base = {part.name: part.text for part in parts_to_word(draft)}
    unknown = [name for name in words if name not in base]
    if unknown:
        raise CannotWord(
            _("The survey has no part “%(part)s”.") % {"part": ".".join(unknown[0])}
        )
    before = {
        (row.key, row.part): row
        for row in survey.wordings.filter(language=language, age_band=age_band)
    }
    changed = 0
    for name, text in words.items():
        row = before.get(name) or Wording(
            survey=survey,
            key=name[0],
            part=name[1],
            language=language,
            age_band=age_band,
        )
        changed += _keep(
            row,
            plain_words(text, lines=True),
            (written_from or base).get(name, base[name]),
            agreed=name in still_right or written_from is not None,
        )
    if changed:
        record(
            "surveys.write_wordings",
            of=survey,
            by=by,
            language=language,
            age_band=age_band,
            changed=changed,
        )
    return changed


@dataclass(frozen=True)
class Taken:
    """One wording out of a file: what was there when it was looked at, what comes.

    `base` is the base wording the file's words were written from.
    """

    name: tuple[str, str]
    before: str
    after: str
    base: str


@transaction.atomic
def take_wordings(
    survey: Survey,
    *,
    language: str,
    age_band: str,
    taken: Sequence[Taken],
    by: User,
) -> int:
    """Write what a file says, as it was looked at; return how many have changed.

    Words written from another base wording than that of now stay to be looked at.
    Raises CannotWord, and writes nothing, when somebody has changed one meanwhile.
    """
    now = {
        (row.key, row.part): row.text
        for row in survey.wordings.filter(language=language, age_band=age_band)
    }
    if any(now.get(one.name, "") != one.before for one in taken):
        raise CannotWord(
            _(
                "Somebody changed these words since you looked. Bring the file once more."
            )
        )
    return write_wordings(
        survey,
        language=language,
        age_band=age_band,
        words={one.name: one.after for one in taken},
        written_from={one.name: one.base for one in taken},
        by=by,
    )


@transaction.atomic
def follow_keys(survey: Survey, *, renamed: dict[str, str], by: User) -> None:
    """Move wordings along when keys of an unpublished draft were renamed.

    `renamed` maps each old question key to its new one.
    """
    rows = list(survey.wordings.filter(key__in=renamed))
    survey.wordings.filter(pk__in=[row.pk for row in rows]).delete()
    for row in rows:
        row.pk, row.key = None, renamed[row.key]
    Wording.objects.bulk_create(rows)
    if rows:
        record("surveys.rename_keys", of=survey, by=by, renamed=renamed)


def is_base(draft: Draft, language: str, age_band: str) -> bool:
    """Say whether this is the version whose words are written in the survey itself."""
    return (language, age_band) == (draft.base_language, ANY_BAND)


def refuse_what_is_not_asked(draft: Draft, language: str, age_band: str) -> None:
    """Raise CannotWord for a language or band the draft is not asked in."""
    if language not in draft.languages:
        raise CannotWord(
            _("The survey is not asked in “%(language)s”.") % {"language": language}
        )
    if age_band and age_band not in draft.age_bands:
        raise CannotWord(
            _("The survey is not asked of the age band “%(band)s”.")
            % {"band": age_band}
        )


def _keep(row: Wording, text: str, base: str, *, agreed: bool) -> bool:
    """Keep one wording, or take it away when empty; say whether anything changed."""
    if not text and not (row.picture_id or row.sound_id):
        return bool(row.pk and row.delete()[0])
    if row.text == text and (row.base == base or not agreed):
        return False
    row.text, row.base = text, base
    row.save()
    return True
